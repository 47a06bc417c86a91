import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { contactNameSql } from '../../customers/login-fates.js';
import { rows } from '../../db/sql.js';
import { SettingsService } from '../../settings/settings.service.js';
import { emailKey } from '../../text/email.js';
import { parsePhone } from '../../text/phone.js';
import { ASKS_FIRST } from '../joining/joining-sql.js';
import type { LoginCheck, LoginCheckResult, LoginMatch } from './login-check.dto.js';

interface Found extends Pick<LoginMatch, 'identityId' | 'by' | 'loginId' | 'companies' | 'asksFirst'> {
  name: string | null;
  emailKey: string | null;
  e164: string | null;
}

interface Typed {
  key: string | undefined;
  mobiles: Set<string>;
  phones: string[];
}

/** Logins with this e-mail or one of these phones; families share phones, hence the limit. */
const MATCHES = `
  WITH hits AS (
    SELECT id AS identity_id, 'email' AS by, email AS login_id, NULL AS e164 FROM identities WHERE email_key = $1
    UNION ALL
    (SELECT identity_id, 'phone', e164, e164 FROM identity_phones WHERE e164 = ANY ($2) ORDER BY e164, identity_id LIMIT 20))
  SELECT h.identity_id AS "identityId", h.by, h.login_id AS "loginId", h.e164, i.email_key AS "emailKey", ${ASKS_FIRST} AS "asksFirst", coalesce(
           (SELECT nullif(concat_ws(' ', c.first_name, c.last_name), '') FROM contacts c WHERE c.identity_id = i.id ORDER BY c.id LIMIT 1), i.email) AS name,
         coalesce((SELECT json_agg(json_build_object('contactId', c.id, 'customerId', u.id, 'name', u.name) ORDER BY u.name_key)
                     FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.identity_id = i.id), '[]') AS companies
    FROM hits h JOIN identities i ON i.id = h.identity_id`;

/** One line for each person; an office number is shared by colleagues and says nothing. */
const TWINS = `
  SELECT DISTINCT ON (c.id) c.id AS "contactId", coalesce(${contactNameSql('c')}, '') AS name, f.by, f.value
    FROM (SELECT id, 'email' AS by, email AS value FROM contacts WHERE customer_id = $1 AND email_key = $2
          UNION ALL
          SELECT x.id, 'phone', p.e164 FROM contact_phones p JOIN contacts x ON x.id = p.contact_id
           WHERE x.customer_id = $1 AND p.e164 = ANY ($3) AND p.extension IS NULL) f
    JOIN contacts c ON c.id = f.id AND c.id IS DISTINCT FROM $4::uuid ORDER BY c.id, f.by LIMIT 5`;

/** The live hint of the contact form: the same rules as linking (linking.service.ts), told before it happens. */
@Injectable()
export class LoginCheckQueries {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
  ) {}

  async check(input: LoginCheck): Promise<LoginCheckResult> {
    const typed = await this.read(input);
    const found = await rows<Found>(this.db, MATCHES, [typed.key ?? null, typed.phones]);
    const own = found.find(({ companies }) => companies.some(({ contactId }) => contactId === input.contactId));
    const mobileOwners = new Set(
      found.filter(({ e164 }) => e164 && typed.mobiles.has(e164)).map(({ identityId }) => identityId),
    );
    const matches = found.map((match): LoginMatch => {
      const effect = this.effect(match, { input, typed, mobileOwners });
      return {
        identityId: match.identityId,
        by: match.by,
        loginId: match.loginId,
        name: match.name ?? match.loginId,
        companies: match.companies,
        asksFirst: match.asksFirst,
        effect,
      };
    });
    const byEmail = matches.find(({ by, effect }) => by === 'email' && effect === 'links');
    const links = own ? undefined : (byEmail ?? matches.find(({ effect }) => effect === 'links'));
    return { matches, linksTo: links?.identityId ?? null, twins: await this.twins(input, typed) };
  }

  private async twins({ customerId, contactId }: LoginCheck, typed: Typed): Promise<LoginCheckResult['twins']> {
    if (!customerId) return [];
    return rows(this.db, TWINS, [customerId, typed.key ?? null, [...typed.mobiles], contactId ?? null]);
  }

  private effect(
    match: Found,
    context: { input: LoginCheck; typed: Typed; mobileOwners: Set<string> },
  ): LoginMatch['effect'] {
    const { input, typed, mobileOwners } = context;
    if (input.contactId && match.companies.some(({ contactId }) => contactId === input.contactId)) return 'linked';
    if (input.customerId && match.companies.some(({ customerId }) => customerId === input.customerId))
      return 'same_customer';
    if (match.by === 'email') return 'links';
    if (!match.e164 || !typed.mobiles.has(match.e164)) return 'not_mobile';
    if (mobileOwners.size > 1) return 'several';
    return typed.key !== undefined && match.emailKey !== null && match.emailKey !== typed.key ? 'other_email' : 'links';
  }

  private async read(input: LoginCheck): Promise<Typed> {
    const { locale } = await this.settings.read();
    const parsed = input.phones.flatMap(({ number, type, extension }) => {
      const phone = parsePhone(number, locale.country);
      return phone && !phone.extension && !extension ? [{ e164: phone.e164, type: type ?? phone.type }] : [];
    });
    const mobiles = new Set(parsed.filter(({ type }) => type === 'mobile').map(({ e164 }) => e164));
    return { key: input.email ? emailKey(input.email) : undefined, mobiles, phones: parsed.map(({ e164 }) => e164) };
  }
}
