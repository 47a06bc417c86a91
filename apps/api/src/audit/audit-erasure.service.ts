import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keys } from '../config/keys.js';

import { likeText, rows } from '../db/sql.js';
import { type AuditLine, erasedLineMac, LINE_COLUMNS, lineMac } from './line-mac.js';

/** Whom lines may name, at one customer. */
export interface NamedPerson {
  customerId: string;
  contactId: string;
  /** Null when the login lives on at another customer: what it did there is not erased. */
  identityId: string | null;
  name: string | null;
  /** E-mail addresses and phone numbers. */
  addresses: readonly string[];
}

/** Facts that say how something was done and never who a person is; numbers and yes/no stay as well. */
const KEPT: ReadonlySet<string> = new Set([
  'fields',
  'parts',
  'taken',
  'given',
  'status',
  'priority',
  'state',
  'method',
  'mode',
  'outcome',
  'channel',
  'messageKind',
  'what',
  'by',
  'source',
  'importId',
  'notificationId',
]);

interface Stored extends AuditLine {
  mac: string | null;
}

/** Lines about an erased person stay, with ids that lead nowhere any more, without what names the person (D24). */
@Injectable()
export class AuditErasure {
  constructor(private readonly keys: Keys) {}

  /** Answers how many lines there were. The chain stays unbroken: ADR 20. */
  async blank(tx: EntityManager, person: NamedPerson): Promise<number> {
    const lines = await rows<Stored>(
      tx,
      `SELECT ${LINE_COLUMNS}, e.mac FROM audit_events e WHERE ${ABOUT}`,
      values(person),
    );
    if (lines.length === 0) return 0;
    const left = lines.map((line) => {
      const isActor = line.actorKind === 'contact';
      const detail = withoutPerson(line.detail);
      const blank = { ...line, detail, ...(isActor ? { actorName: null, ip: null } : {}) };
      const mac = line.mac ?? lineMac(this.keys, line);
      return { ...blank, mac, erasedMac: erasedLineMac(this.keys, blank, mac) };
    });
    await rows(tx, `SELECT set_config('latchkey.audit', 'erase', true)`);
    await rows(
      tx,
      `UPDATE audit_events e SET detail = x.detail, actor_name = x."actorName", ip = x.ip, mac = x.mac, erased_mac = x."erasedMac"
         FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, detail jsonb, "actorName" text, ip text, mac text, "erasedMac" text) WHERE e.id = x.id`,
      [JSON.stringify(left)],
    );
    await rows(tx, `SELECT set_config('latchkey.audit', '', true)`);
    return left.length;
  }
}

/** By the ids; and lines of that customer that hold the name or an address and no id of this person. */
const ABOUT = `e.id IN (
  SELECT id FROM audit_events WHERE contact_id = $1
  UNION SELECT id FROM audit_events WHERE identity_id = $2
  UNION SELECT id FROM audit_events WHERE actor_id IN ($1, $2) AND actor_kind = 'contact'
  UNION SELECT id FROM audit_events WHERE customer_id = $3
    AND (detail ->> 'name' = $4 OR detail ->> 'merged' = $4 OR detail::text ILIKE ANY ($5)))`;

const values = ({ contactId, identityId, customerId, name, addresses }: NamedPerson): unknown[] => [
  contactId,
  identityId,
  customerId,
  name,
  addresses.map((address) => `%${likeText(address)}%`),
];

const withoutPerson = (detail: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(detail).filter(
      ([name, value]) => KEPT.has(name) || typeof value === 'boolean' || typeof value === 'number',
    ),
  );
