import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AddressBudget, type Knock } from '../../budgets/address-budget.js';
import { type Attempt, BudgetsService } from '../../budgets/budgets.service.js';
import { sameText } from '../../config/keys.js';
import { rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import { emailKey } from '../../text/email.js';
import { parsePhone } from '../../text/phone.js';
import type { InvitationWay } from '../identity.entity.js';
import type { EnterCode } from './activation.dto.js';
import { OPEN_INVITATION } from './activation.sql.js';
import { CODE_BUDGET, InvitationsService, plainCode } from './invitations.service.js';

interface Found {
  id: string;
  identityId: string;
  version: number;
  way: InvitationWay;
}

/** What was typed, as an address or a number. */
interface Named {
  key: string | undefined;
  phone: string | undefined;
  /** In one spelling, whatever it is. */
  canonical: string;
}

/** A shared phone may stand for a few people; the newest of each is what they read. */
const MOST = 5;

const foundBy = (condition: string): string => `
  SELECT DISTINCT ON (v.contact_id) v.id, v.identity_id AS "identityId", v.credential_version AS version, v.way, v.created_at
    FROM invitations v, identities i, contacts c, customers u WHERE ${condition} AND ${OPEN_INVITATION} ORDER BY v.contact_id, v.created_at DESC`;

/** By the e-mail of the login, or the one on file that the message went to. */
const BY_EMAIL = `
  SELECT DISTINCT ON (id) * FROM (
    (${foundBy('i.email_key = $1')}) UNION ALL (${foundBy('c.email_key = $1')})) f ORDER BY id DESC LIMIT ${MOST}`;

const BY_PHONE = `
  SELECT * FROM (${foundBy('v.identity_id IN (SELECT p.identity_id FROM identity_phones p WHERE p.e164 = $1)')}) f ORDER BY id DESC LIMIT ${MOST}`;

/** The code below the link: the second way in, on another device, or where a mail program spoiled the link. */
@Injectable()
export class ActivationCodes {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly invitations: InvitationsService,
    private readonly budgets: BudgetsService,
    private readonly address: AddressBudget,
  ) {}

  /** Answers the token of the link that stands above the code. Whatever does not fit is answered the same (INV-4). */
  async enter({ identifier, code, challenge: solved }: EnterCode, ip: string): Promise<{ token: string }> {
    const named = await this.read(identifier);
    const knock: Knock = { door: 'code', ip, identifier: named.canonical, solved };
    await this.address.spend(knock);
    const found = await this.find(named);
    const attempts = this.attempts(found, named.canonical);
    const spent = await Promise.all(attempts.map((attempt) => this.budgets.spend(this.db, attempt)));
    const allowed = found.filter((one) =>
      attempts.some((attempt, at) => attempt.subject === one.identityId && spent[at]?.allowed),
    );
    const typed = plainCode(code);
    // Without an invitation the same work is done for nothing: time tells nobody who was invited.
    const tried = allowed.length > 0 ? allowed : [{ id: '', identityId: '', version: 0, way: 'email' as const }];
    const fits = tried.map((one) => sameText(typed, plainCode(this.invitations.code(one.id, one.version))));
    const hit = allowed.find((_, at) => fits[at]);
    if (!hit) {
      const waitSeconds = Math.max(...spent.map((one) => one.waitSeconds));
      throw new AppError('link.code_wrong', { waitSeconds });
    }
    await this.budgets.clear(
      this.db,
      attempts.map((attempt) => this.budgets.key(attempt)),
    );
    await this.address.refund(this.db, knock);
    return { token: this.invitations.token(hit.id, hit.version, hit.way) };
  }

  /** One budget for each person, by whatever name; one for a name that stands for nobody (AUT-1, AUT-2). */
  private attempts(found: readonly Found[], canonical: string): Attempt[] {
    const people = [...new Set(found.map(({ identityId }) => identityId))];
    if (people.length === 0) return [{ ...CODE_BUDGET, subject: canonical }];
    return people.map((identityId) => ({ ...CODE_BUDGET, subject: identityId, identityId }));
  }

  private async read(identifier: string): Promise<Named> {
    const plain = identifier.normalize('NFKC').toLowerCase().trim();
    const { locale } = await this.settings.read();
    const key = identifier.includes('@') ? emailKey(identifier) : undefined;
    const phone = identifier.includes('@') ? undefined : parsePhone(identifier, locale.country)?.e164;
    return { key, phone, canonical: key ?? phone ?? plain };
  }

  private async find({ key, phone }: Named): Promise<Found[]> {
    if (key) return rows<Found>(this.db, BY_EMAIL, [key]);
    return phone ? rows<Found>(this.db, BY_PHONE, [phone]) : [];
  }
}
