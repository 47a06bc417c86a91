import { Injectable } from '@nestjs/common';
import { fingerprint, randomToken } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows, together } from '../../db/sql.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { AccessState } from '../identities/access-state.js';
import type { NextStep } from '../portal/portal.dto.js';
import type { Browser, BrowserSession } from './portal-browser.js';

export interface Opening {
  identityId: string;
  /** At which company; null: the person has to choose one. */
  contactId: string | null;
  method: 'password' | 'pin' | 'link';
  mustChange?: boolean;
  /** Life of the session; as long as every other when absent. */
  minutes?: number | undefined;
  /** By a temporary password: the browser becomes a known one with a sign-in by a secret of the person's own (D3). */
  isTemporary?: boolean;
  browser: Browser;
}

/** What every way in ends with: a session under a new id, a known device, and the facts staff see. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly sessions: SessionsService,
    private readonly access: AccessState,
  ) {}

  async open(tx: Db, opening: Opening): Promise<{ session: BrowserSession; next: NextStep }> {
    const { identityId, method, browser, contactId, minutes, mustChange = false, isTemporary = false } = opening;
    const { ip, userAgent } = browser;
    const opened = { kind: 'contact', identityId, contactId, method, ip, userAgent } as const;
    const known = isTemporary ? undefined : await this.knownDevice(tx, identityId, browser);
    const [, { id, expiresAt }] = await together(
      this.endEarlier(tx, browser),
      this.sessions.open(tx, { ...opened, mustChange, minutes, knownDeviceId: known?.knownDeviceId }),
      this.noteSignIn(tx, { identityId, method, contactId }),
    );
    return {
      session: { id, expiresAt, device: known && { token: known.token, expiresAt: known.expiresAt } },
      next: mustChange ? 'set_password' : contactId ? 'home' : 'choose_company',
    };
  }

  /** The browser's earlier session ends: it never turns into another person's (REC-13). */
  private async endEarlier(tx: Db, { sessionId }: Browser): Promise<void> {
    if (!sessionId) return;
    await rows(tx, `DELETE FROM sessions WHERE token_hash = $1 AND kind = 'contact'`, [fingerprint(sessionId)]);
  }

  private async noteSignIn(
    tx: Db,
    signIn: { identityId: string; method: string; contactId: string | null },
  ): Promise<void> {
    const { identityId, method, contactId } = signIn;
    const before = await first<{ isFirst: boolean }>(
      tx,
      `UPDATE identities i SET last_sign_in_at = now(), last_sign_in_method = $2, last_contact_id = coalesce($3, i.last_contact_id)
         FROM (SELECT id, last_sign_in_at IS NULL AS is_first FROM identities WHERE id = $1 FOR UPDATE) o WHERE i.id = o.id RETURNING o.is_first AS "isFirst"`,
      [identityId, method, contactId],
    );
    if (before?.isFirst) await this.access.refreshPerson(tx, identityId);
  }

  /** The browser keeps a budget of its own for 90 days (AUT-5). A token of this identity is kept, any other is replaced. */
  private async knownDevice(
    tx: Db,
    identityId: string,
    { deviceToken: token, userAgent }: Browser,
  ): Promise<NonNullable<BrowserSession['device']> & { knownDeviceId: string }> {
    const fresh = randomToken();
    const device = await first<{ knownDeviceId: string; expiresAt: Date; isKept: boolean }>(
      tx,
      `WITH kept AS (
         UPDATE known_devices SET expires_at = now() + interval '90 days', last_seen_at = now(), user_agent = $5
          WHERE token_hash = $4 AND identity_id = $2 AND expires_at > now() RETURNING id, expires_at),
       made AS (
         INSERT INTO known_devices (id, identity_id, token_hash, user_agent, expires_at)
         SELECT $1::uuid, $2::uuid, $3, $5, now() + interval '90 days' WHERE NOT EXISTS (SELECT 1 FROM kept) RETURNING id, expires_at)
       SELECT id AS "knownDeviceId", expires_at AS "expiresAt", true AS "isKept" FROM kept UNION ALL SELECT id, expires_at, false FROM made`,
      [newId(), identityId, fingerprint(fresh), token ? fingerprint(token) : null, userAgent?.slice(0, 300) ?? null],
    );
    if (!device) throw new Error('The browser was not stored');
    const { isKept, ...stored } = device;
    return { ...stored, token: token !== undefined && isKept ? token : fresh };
  }
}
