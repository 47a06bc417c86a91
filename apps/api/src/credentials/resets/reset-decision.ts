import { Injectable } from '@nestjs/common';
import { type Db, first, rows } from '../../db/sql.js';
import { SmsServer } from '../../notifications/sms/sms-server.js';
import { SettingsService } from '../../settings/settings.service.js';
import { parsePhone } from '../../text/phone.js';
import { PERSON_OF } from '../../contacts/person-sql.js';
import { WAITS_FOR_LOGIN } from '../joining/joining-sql.js';
import { hasVerified, isSharedWith, isVerifiedEnough } from '../phones/verified-sql.js';
import type { ResetOutcome } from './password-reset.entity.js';
import { RESET_DECIDER } from './reset-decider.js';
import { ON_FILE, RESET_KIND } from './reset-sql.js';

/** Messages to one login (REC-9). */
const PER_QUARTER = 3;
const PER_HOUR = 5;

/** Somebody with a login, as a reset sees them; the row of the login is locked. */
export interface ResetPerson {
  identityId: string;
  /** The address on file: the only one that is ever written to (S2.21, REC-10, INV-5). */
  email: string;
  credentialVersion: number;
  name: string | null;
  language: string | null;
  contactId: string | null;
  customerId: string | null;
  /** Of the contact; null: as the settings say. */
  resetMode: 'link' | 'temporary' | null;
  /** The mobile number on file that is written to as well; null: e-mail only. */
  smsTo: string | null;
}

interface PersonRow extends Omit<ResetPerson, 'smsTo'> {
  hasCompany: boolean;
  hasPassword: boolean;
  mayReset: boolean;
}

interface Recent {
  isTooSoon: boolean;
  quarter: number;
  hour: number;
}

export interface Decided {
  outcome: ResetOutcome;
  person: ResetPerson | undefined;
  contactId: string | null;
}

/** NOWAIT: whose login somebody else changes just now is decided in the next round. */
const PERSON = `
  SELECT i.id AS "identityId", i.email, i.credential_version AS "credentialVersion", coalesce(i.language, o.language) AS language,
         coalesce(o.name, i.display_name) AS name, o."contactId", o."customerId", i.status = 'active' AND (coalesce(o."isOpen", false) OR ${WAITS_FOR_LOGIN}) AS "hasCompany",
         coalesce(o.allows, false) AS "mayReset", o.mode AS "resetMode",
         EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id AND s.kind = 'password' AND s.state = 'active') AS "hasPassword"
    FROM identities i LEFT JOIN LATERAL (${RESET_DECIDER}) o ON true
   WHERE i.email_key = $1 AND ${ON_FILE} FOR UPDATE OF i NOWAIT`;

/** Counted by when messages were written: requests that waited for a worker must not all be sent at once. */
const RECENT = `
  SELECT coalesce(max(created_at) > now() - interval '60 seconds', false) AS "isTooSoon", count(*)::int AS hour,
         count(*) FILTER (WHERE created_at > now() - interval '15 minutes')::int AS quarter
    FROM notifications WHERE identity_id = $1 AND kind = '${RESET_KIND}' AND created_at > now() - interval '1 hour'`;

const NOBODY_ELSES = (number: string): string => `NOT EXISTS (
     SELECT 1 FROM contact_phones x JOIN contacts o ON o.id = x.contact_id
      WHERE x.e164 = ${number} AND ${PERSON_OF('o')} IS DISTINCT FROM $1 AND ${isSharedWith('o.identity_id', '$1', number)})`;

/** A mobile number on file of login $1, and of nobody else. */
const OWN_MOBILES = `
  SELECT p.e164 AS "to" FROM contact_phones p JOIN contacts c ON c.id = p.contact_id
   WHERE c.identity_id = $1 AND c.status = 'active' AND p.type = 'mobile' AND p.extension IS NULL
     AND ${isVerifiedEnough('$1', 'p.e164')} AND ${NOBODY_ELSES('p.e164')}`;

/** One that the person has proven comes before others. */
const PROVEN_FIRST = `${hasVerified('$1', 'p.e164')} DESC`;

/** The one that is written to as well when it is named; that of contact $2 before others. */
export const SMS_IF_NAMED = `${OWN_MOBILES} ORDER BY ${PROVEN_FIRST}, c.id = $2 DESC, p.position, c.id LIMIT 1`;

const SMS_TO = `${OWN_MOBILES}
     AND ${NOBODY_ELSES('$2')}
     AND EXISTS (SELECT 1 FROM contact_phones t JOIN contacts d ON d.id = t.contact_id WHERE d.identity_id = $1 AND t.e164 = $2 AND t.extension IS NULL)
   ORDER BY ${PROVEN_FIRST}, c.id = $3 DESC, p.position, c.id LIMIT 1`;

/** Who is meant by an address, and whether a message goes out. The person never hears the answer; staff do. */
@Injectable()
export class ResetDecision {
  constructor(
    private readonly settings: SettingsService,
    private readonly sms: SmsServer,
  ) {}

  /** `phone`: as it was typed, if it was. */
  async of(tx: Db, emailKey: string | undefined, phone: string | undefined): Promise<Decided> {
    const person = emailKey ? await first<PersonRow>(tx, PERSON, [emailKey]) : undefined;
    if (!person) return this.ofNobody(tx, emailKey);
    const outcome = await this.outcome(tx, person);
    const smsTo = outcome === 'sent' && phone ? await this.smsTo(tx, person, phone) : null;
    return { outcome, person: { ...person, smsTo }, contactId: person.contactId };
  }

  /** Nobody has a login with the address on file; a contact who was never invited may have it (S4.6, REC-14). */
  private async ofNobody(tx: Db, emailKey: string | undefined): Promise<Decided> {
    const [contact] = emailKey
      ? await rows<{ id: string }>(tx, `SELECT id FROM contacts WHERE email_key = $1 ORDER BY id LIMIT 1`, [emailKey])
      : [];
    return { outcome: contact ? 'never_invited' : 'unknown', person: undefined, contactId: contact?.id ?? null };
  }

  /** Only where the number typed is one of this person's and of nobody else's; and then to the stored mobile number (S2.10, S2.11, S2.20). */
  private async smsTo(tx: Db, person: PersonRow, typed: string): Promise<string | null> {
    const { passwordReset, locale } = await this.settings.read(tx);
    const phone = parsePhone(typed, locale.country);
    if (!passwordReset.bySms || !phone || phone.extension || (await this.sms.isOff())) return null;
    const found = await first<{ to: string }>(tx, SMS_TO, [person.identityId, phone.e164, person.contactId]);
    return found?.to ?? null;
  }

  private async outcome(tx: Db, person: PersonRow): Promise<ResetOutcome> {
    const { passwordReset } = await this.settings.read(tx);
    if (!passwordReset.enabled) return 'switched_off';
    if (!person.hasCompany) return 'closed';
    if (!person.hasPassword) return 'no_password';
    if (!person.mayReset) return 'not_allowed';
    const recent = await first<Recent>(tx, RECENT, [person.identityId]);
    if (recent?.isTooSoon) return 'too_soon';
    const isTooMany = recent !== undefined && (recent.quarter >= PER_QUARTER || recent.hour >= PER_HOUR);
    return isTooMany ? 'too_many' : 'sent';
  }
}
