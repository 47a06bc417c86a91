import { Injectable } from '@nestjs/common';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { fingerprint, Keys } from '../../config/keys.js';
import { type Db, first, rows } from '../../db/sql.js';
import { signsOf } from '../../passwords/password-rules.js';
import type { Settings } from '../../settings/settings.dto.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { InvitationWay } from '../identity.entity.js';

/** Hours a link works that could replace a password: whoever reads the mailbox later must not take over a login in use (D3). */
export const RESET_HOURS = 1;

const LIFE = `make_interval(hours => CASE WHEN EXISTS (SELECT 1 FROM credentials WHERE identity_id = $2 AND kind = 'password')
                                          THEN ${RESET_HOURS} ELSE $9::int END)`;

/** An SMS is read within the hour and lies open on many a screen. */
const SMS_HOURS = 48;
/** The person stands beside it. */
const SCREEN_HOURS = 1;
/** The post takes some of them. */
const LETTER_DAYS = 14;

/** So long an invitation works, by how it is handed over. */
export function invitationHours(way: InvitationWay, { invitations }: Settings): number {
  const usual = invitations.days * 24;
  if (way === 'sms') return Math.min(usual, SMS_HOURS);
  if (way === 'screen') return SCREEN_HOURS;
  return way === 'letter' ? Math.max(usual, LETTER_DAYS * 24) : usual;
}

/** 132 bits (REC-2): it has to fit into an SMS, and into a code that is easily scanned. */
const SHORT = 22;

/** Eight of 31 signs are 39 bits: guessed at only through a budget (AUT-1). */
const CODE_LENGTH = 8;
export const CODE_BUDGET = { kind: 'invitation-code', rule: { free: 5, cap: 50 } } as const;

/** However it was typed: with or without the dash, spaces, capitals. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

export interface NewInvitation {
  /** The notification that carries the link: its token is derived from this id. */
  id: string;
  identityId: string;
  contactId: string;
  credentialVersion: number;
  sentTo: string | null;
  way?: InvitationWay;
  /** The one that did not arrive. */
  insteadOf?: string | undefined;
  createdBy: { id: string; name: string };
}

export type LinkState = { token: string; code: string } | { gone: 'used' | 'replaced' | 'expired' };

@Injectable()
export class InvitationsService {
  constructor(
    private readonly keys: Keys,
    private readonly settings: SettingsService,
    private readonly budgets: BudgetsService,
  ) {}

  /** The older unused link of this contact stops working; the new one is known by its fingerprint only (REC-2, REC-7). */
  async make(tx: Db, invitation: NewInvitation): Promise<Date> {
    const { id, identityId, contactId, credentialVersion, sentTo, createdBy, way = 'email' } = invitation;
    const settings = await this.settings.read(tx);
    // A new code is nobody's to have guessed at.
    await this.budgets.clear(tx, [this.budgets.key({ ...CODE_BUDGET, subject: identityId })]);
    const row = await first<{ expiresAt: Date }>(
      tx,
      `INSERT INTO invitations (id, identity_id, contact_id, token_hash, credential_version, sent_to, created_by_id, created_by_name, expires_at, way, instead_of)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + ${LIFE}, $10, $11) RETURNING expires_at AS "expiresAt"`,
      [
        id,
        identityId,
        contactId,
        fingerprint(this.token(id, credentialVersion, way)),
        credentialVersion,
        sentTo,
        createdBy.id,
        createdBy.name,
        invitationHours(way, settings),
        way,
        invitation.insteadOf ?? null,
      ],
    );
    if (!row) throw new Error('The invitation was not stored');
    return row.expiresAt;
  }

  /** Answers how many open ones ended. */
  async revoke(tx: Db, contactId: string): Promise<number> {
    const ended = await rows(
      tx,
      `UPDATE invitations SET revoked_at = now() WHERE contact_id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now() RETURNING id`,
      [contactId],
    );
    return ended.length;
  }

  /** The token of an invitation that still works, the same whenever it is asked for; else why it does not. */
  async link(db: Db, id: string): Promise<LinkState> {
    const row = await first<{
      version: number;
      way: InvitationWay;
      isUsed: boolean;
      isReplaced: boolean;
      isExpired: boolean;
    }>(
      db,
      `SELECT v.credential_version AS version, v.way, v.used_at IS NOT NULL AS "isUsed", v.expires_at <= now() AS "isExpired",
              v.revoked_at IS NOT NULL OR v.credential_version <> i.credential_version AS "isReplaced"
         FROM invitations v JOIN identities i ON i.id = v.identity_id WHERE v.id = $1`,
      [id],
    );
    if (!row) return { gone: 'replaced' };
    if (row.isUsed) return { gone: 'used' };
    if (row.isReplaced) return { gone: 'replaced' };
    if (row.isExpired) return { gone: 'expired' };
    return { token: this.token(id, row.version, row.way), code: this.code(id, row.version) };
  }

  /** "abcd-efgh": below the link, to be typed on another device. Derived like the link, bound to the same version. */
  code(id: string, credentialVersion: number): string {
    const signs = signsOf(this.keys.mac('link', 'activation-code', id, String(credentialVersion)), CODE_LENGTH);
    return `${signs.slice(0, CODE_LENGTH / 2)}-${signs.slice(CODE_LENGTH / 2)}`;
  }

  token(id: string, credentialVersion: number, way: InvitationWay): string {
    const token = this.keys.mac('link', 'activation', id, String(credentialVersion));
    return way === 'email' ? token : token.slice(0, SHORT);
  }
}
