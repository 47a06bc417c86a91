/*
 * The one way customers are written, by staff and by imports: up to 500 at once, a handful of statements each time.
 *
 *   readCustomer(input, country)        input as the ChangeCustomer schema left it -> { fields, problems }; phones to E.164
 *   changedNames(before, fields)        what would change; empty: nothing to write
 *   CustomerWrites.load(tx, ids)        stored customers, locked, by id
 *   CustomerWrites.create(tx, [{ id, fields: { name, ... } }], { actor })       number and profile are filled in when absent
 *   CustomerWrites.change(tx, [{ id, version?, fields }], { actor })            answers the ids that did change
 *
 * All inside the caller's transaction. Throws row.not_found and row.changed, and session.reauthentication_required where staff
 * give another rights profile (SES-6); a taken number or external id
 * breaks the transaction with the constraints named in CUSTOMER_TAKEN (see `coded`).
 */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type Changed, plannedChanges, recordChanges, type RowChange, type Writer } from '../audit/row-changes.js';
import { first, rows } from '../db/sql.js';
import { assertStaffFresh } from '../http/fresh.js';
import { type CustomerFields, customerKeys } from './customer-fields.js';
import { CustomerHooks } from './customer-hooks.js';
import { insertPhones, phonesOf, replacePhones } from './phone-store.js';
import { newPhones } from './written-rows.js';

export const CUSTOMER_TAKEN = {
  uq_customers_number: 'customer.number_taken',
  uq_customers_external_id: 'customer.external_id_taken',
  fk_customers_rights_profile_id: 'row.not_found',
} as const;

export interface NewCustomer {
  id: string;
  fields: Partial<CustomerFields> & { name: string };
}

export type CustomerChange = RowChange<CustomerFields>;

export interface StoredCustomer extends CustomerFields {
  id: string;
  version: number;
}

const EMPTY = {
  language: null,
  email: null,
  street: null,
  postalCode: null,
  city: null,
  country: null,
  externalId: null,
  notes: null,
  colleagueCap: null,
  portalAddressId: null,
  status: 'active',
  phones: [],
} as const;

const RECORD = `x(id uuid, number text, name text, "nameKey" text, language text, email text, "emailKey" text, street text, "postalCode" text,
                  city text, country text, "externalId" text, notes text, status text, "rightsProfileId" uuid, "colleagueCap" int, "portalAddressId" uuid)`;

@Injectable()
export class CustomerWrites {
  constructor(
    private readonly audit: AuditService,
    private readonly hooks: CustomerHooks,
  ) {}

  /** Stored customers by id, locked until the transaction ends. Missing ones are missing. */
  async load(tx: EntityManager, ids: readonly string[]): Promise<Map<string, StoredCustomer>> {
    const found = await rows<StoredCustomer>(
      tx,
      `SELECT c.id, c.number, c.name, c.language, c.email, c.street, c.postal_code AS "postalCode", c.city, c.country, c.external_id AS "externalId",
              c.notes, c.status, c.rights_profile_id AS "rightsProfileId", c.colleague_cap AS "colleagueCap", c.portal_address_id AS "portalAddressId", c.version, ${phonesOf('customer', 'c.id')} AS phones
         FROM customers c WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id FOR UPDATE OF c`,
      [ids],
    );
    return new Map(found.map((customer) => [customer.id, customer]));
  }

  /** Customers whose id exists already are left alone: the same create, sent again. */
  async create(tx: EntityManager, customers: readonly NewCustomer[], writer: Writer): Promise<void> {
    const profileId = await this.defaultProfile(tx);
    const numbers = await this.freeNumbers(tx, customers.filter(({ fields }) => fields.number === undefined).length);
    const all = customers.map(({ id, fields }) => ({
      id,
      ...EMPTY,
      rightsProfileId: profileId,
      ...fields,
      number: fields.number ?? numbers.pop() ?? '',
      ...customerKeys({ name: fields.name, email: fields.email ?? null }),
    }));
    const made = await rows<{ id: string }>(
      tx,
      `INSERT INTO customers (id, number, name, name_key, language, email, email_key, street, postal_code, city, country, external_id, notes, status, rights_profile_id, colleague_cap, portal_address_id)
       SELECT id, number, name, "nameKey", language, email, "emailKey", street, "postalCode", city, country, "externalId", notes, status, "rightsProfileId", "colleagueCap", "portalAddressId"
         FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} ON CONFLICT (id) DO NOTHING RETURNING id`,
      [JSON.stringify(all)],
    );
    const ids = new Set(made.map(({ id }) => id));
    const fresh = all.filter(({ id }) => ids.has(id));
    await insertPhones(tx, 'customer', new Map(fresh.map(({ id, phones }) => [id, phones])));
    await this.audit.recordMany(
      tx,
      writer.actor,
      'customer.created',
      fresh.map(({ id, name, number }) => ({ customerId: id, name, number, ...writer.facts })),
    );
  }

  async change(tx: EntityManager, changes: readonly CustomerChange[], writer: Writer): Promise<string[]> {
    const stored = await this.load(
      tx,
      changes.map(({ id }) => id),
    );
    const work = plannedChanges(stored, changes);
    if (work.length === 0) return [];
    // Another profile is other rights, for everybody there (SES-6).
    if (work.some(({ changed }) => changed.includes('rightsProfileId'))) assertStaffFresh(writer.actor);
    await rows(
      tx,
      `UPDATE customers c SET number = x.number, name = x.name, name_key = x."nameKey", language = x.language, email = x.email, email_key = x."emailKey",
              street = x.street, postal_code = x."postalCode", city = x.city, country = x.country, external_id = x."externalId", notes = x.notes,
              status = x.status, rights_profile_id = x."rightsProfileId", colleague_cap = x."colleagueCap", portal_address_id = x."portalAddressId",
              updated_at = now(), version = c.version + 1
         FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} WHERE c.id = x.id RETURNING c.id`,
      [JSON.stringify(work.map(({ after }) => ({ ...after, ...customerKeys(after) })))],
    );
    await replacePhones(tx, 'customer', newPhones(work));
    await this.followUp(tx, work, writer);
    return work.map(({ after }) => after.id);
  }

  private async followUp(tx: EntityManager, work: readonly Changed<StoredCustomer>[], writer: Writer): Promise<void> {
    const closed = work
      .filter(({ before, after }) => before.status === 'active' && after.status === 'inactive')
      .map(({ after }) => after.id);
    if (closed.length > 0) {
      await rows(
        tx,
        `DELETE FROM sessions s USING contacts c WHERE s.contact_id = c.id AND c.customer_id = ANY ($1::uuid[]) RETURNING s.id`,
        [closed],
      );
    }
    await recordChanges(tx, this.audit, {
      noun: 'customer',
      work,
      writer,
      about: ({ id, name }) => ({ customerId: id, name }),
    });
    const switched = work.filter(({ changed }) => changed.includes('status'));
    for (const { after } of switched) await this.hooks.statusChanged(tx, after.id, writer.actor);
  }

  private async defaultProfile(tx: EntityManager): Promise<string> {
    const profile = await first<{ id: string }>(tx, `SELECT id FROM rights_profiles WHERE is_default`);
    if (!profile) throw new Error('There is no default rights profile: the migrations did not run');
    return profile.id;
  }

  /** Numbers of the sequence that nobody gave by hand. */
  private async freeNumbers(tx: EntityManager, count: number): Promise<string[]> {
    const numbers: string[] = [];
    while (numbers.length < count) {
      const drawn = await rows<{ number: string }>(
        tx,
        `SELECT number FROM (SELECT nextval('customer_number')::text AS number FROM generate_series(1, $1)) drawn
          WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.number = drawn.number)`,
        [count - numbers.length],
      );
      numbers.push(...drawn.map(({ number }) => number));
    }
    return numbers.toReversed();
  }
}
