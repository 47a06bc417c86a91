import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type BudgetRule, BUDGET_RULES, pinRule } from '../../budgets/budget-rules.js';
import { rows } from '../../db/sql.js';
import { SettingsService } from '../../settings/settings.service.js';
import { emailKey } from '../../text/email.js';
import { parsePhone } from '../../text/phone.js';
import { SHARED_PHONE_LIMIT, type StoredPin } from '../pins/pin-store.js';
import { WAITS_FOR_LOGIN } from '../joining/joining-sql.js';
import { hasEnded } from '../pins/rotation/rotation-sql.js';
import { OPEN_RESET, type OpenReset } from '../resets/reset-sql.js';

/** Somebody who may be meant by what was typed. */
export interface Candidate {
  identityId: string;
  /** The identity is active and at least one company is open to it, or waits for it to accept. */
  isUsable: boolean;
  /** The contacts open to it, two at most: with one of them there is nothing to choose. */
  openContacts: string[];
  rule: BudgetRule;
  pins: (StoredPin & { isUnused: boolean })[];
  password: { id: string; hash: string; mustChange: boolean } | null;
  /** A new password was asked for and is still to come (D3). */
  reset: OpenReset | null;
}

export interface Candidates {
  kind: 'password' | 'pin';
  /** What was typed, in one spelling: the budget of somebody unknown (AUT-2). */
  canonical: string;
  rule: BudgetRule;
  people: Candidate[];
}

const OPEN = `i.status = 'active' AS "isActive",
         ARRAY(SELECT c.id FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.identity_id = i.id
                  AND c.status = 'active' AND c.is_portal_user AND u.status = 'active' LIMIT 2) AS "openContacts",
         ${WAITS_FOR_LOGIN} AS "isAsked"`;

const BY_EMAIL = `
  SELECT i.id AS "identityId", ${OPEN}, s.id, s.hash, s.must_change AS "mustChange", ${OPEN_RESET} AS reset
    FROM identities i LEFT JOIN credentials s ON s.identity_id = i.id AND s.kind = 'password' AND s.state = 'active'
   WHERE i.email_key = $1`;

const BY_PHONE = `
  SELECT i.id AS "identityId", ${OPEN}, s.id, s.state, s.hash, s.length, s.first_used_at IS NULL AS "isUnused"
    FROM identity_phones p JOIN identities i ON i.id = p.identity_id JOIN credentials s ON s.identity_id = i.id AND s.kind = 'pin'
   WHERE p.e164 = $1 AND NOT ${hasEnded('s')} ORDER BY i.id, s.state LIMIT ${SHARED_PHONE_LIMIT * 2}`;

interface PersonRow {
  identityId: string;
  isActive: boolean;
  openContacts: string[];
  isAsked: boolean;
}

type PinRow = PersonRow & StoredPin & { length: number; isUnused: boolean };
type PasswordRow = PersonRow & { id: string; hash: string | null; mustChange: boolean; reset: OpenReset | null };

const personOf = ({ identityId, isActive, openContacts, isAsked }: PersonRow) => ({
  identityId,
  isUsable: isActive && (openContacts.length > 0 || isAsked),
  openContacts,
});

@Injectable()
export class CandidatesQueries {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
  ) {}

  /** An address with @ means the password, anything else is read as a phone with a PIN. */
  async find(identifier: string): Promise<Candidates> {
    const settings = await this.settings.read();
    if (identifier.includes('@')) return this.byEmail(identifier);
    const e164 = parsePhone(identifier, settings.locale.country)?.e164;
    const rule = pinRule(settings.pins.length);
    const canonical = e164 ?? plain(identifier);
    return { kind: 'pin', canonical, rule, people: e164 ? await this.byPhone(e164, settings.pins.length) : [] };
  }

  private async byEmail(identifier: string): Promise<Candidates> {
    const key = emailKey(identifier);
    const rule = BUDGET_RULES.password;
    const found = key ? await rows<PasswordRow>(this.db, BY_EMAIL, [key]) : [];
    const people = found.map(({ id, hash, mustChange, reset, ...person }) => ({
      ...personOf(person),
      rule,
      pins: [],
      password: hash === null ? null : { id, hash, mustChange },
      reset,
    }));
    return { kind: 'password', canonical: key ?? plain(identifier), rule, people };
  }

  private async byPhone(e164: string, usualLength: number): Promise<Candidate[]> {
    const people = new Map<string, Candidate>();
    for (const row of await rows<PinRow>(this.db, BY_PHONE, [e164])) {
      const { identityId, id, state, hash, isUnused } = row;
      const one = people.get(identityId) ?? {
        ...personOf(row),
        rule: pinRule(Math.min(usualLength, row.length)),
        pins: [],
        password: null,
        reset: null,
      };
      one.pins.push({ id, identityId, state, hash, isUnused });
      people.set(identityId, one);
    }
    return [...people.values()].slice(0, SHARED_PHONE_LIMIT);
  }
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
