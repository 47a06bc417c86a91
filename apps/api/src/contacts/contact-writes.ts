/*
 * The one way contacts are written, by staff and by imports: up to 500 at once, a handful of statements each time.
 *
 *   readContact(input, country)            input as the ChangeContact schema left it -> { fields, problems }; phones to E.164
 *   contactName(fields) === null           refuse it (NAMELESS): a name, an e-mail or a phone must be there
 *   changedNames(before, fields)           what would change; empty: nothing to write
 *   ContactWrites.load(tx, ids)            stored contacts, locked, by id
 *   ContactWrites.create(tx, [{ id, customerId, fields }], { actor, linkByPhone })
 *   ContactWrites.change(tx, [{ id, version?, fields }], { actor, linkByPhone })   answers the ids that did change
 *
 * All inside the caller's transaction; the hooks of other features run once per call. No credential, identity or login id
 * is written here (INV-1). Contacts to whom the portal closes lose their sessions in the same transaction (INV-8).
 * Another e-mail or phone of somebody with a login, or who was asked, wants staff to prove their password again (SES-6).
 * Throws row.not_found, row.changed, session.reauthentication_required and request.invalid_body (NAMELESS); a taken external id breaks the transaction
 * with the constraint named in CONTACT_TAKEN (see `coded`).
 */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type Changed, plannedChanges, recordChanges, type RowChange, type Writer } from '../audit/row-changes.js';
import { insertPhones, phonesOf, replacePhones } from '../customers/phone-store.js';
import { newPhones } from '../customers/written-rows.js';
import { rows } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import { type ContactFields, contactKeys, contactName, EMPTY_CONTACT, NAMELESS } from './contact-fields.js';
import { ContactHooks } from './contact-hooks.js';
import { assertMayChangeReach } from './guarded-changes.js';

export const CONTACT_TAKEN = {
  uq_contacts_external_id: 'contact.external_id_taken',
  uq_contacts_customer_id_identity_id: 'contact.same_person',
  fk_contacts_customer_id: 'row.not_found',
  fk_contacts_sms_carrier_id: 'row.not_found',
} as const;

export interface NewContact {
  id: string;
  customerId: string;
  fields: Partial<ContactFields>;
}

export type ContactChange = RowChange<ContactFields>;

export interface StoredContact extends ContactFields {
  id: string;
  customerId: string;
  identityId: string | null;
  /** Of somebody with a login who has not answered yet, or said no. */
  askedIdentityId: string | null;
  version: number;
}

/** `linkByPhone: false`: the phone's login belongs to another person. */
export interface ContactWriter extends Writer {
  linkByPhone: boolean;
}

const RECORD = `x(id uuid, "customerId" uuid, "firstName" text, "lastName" text, "nameKey" text, email text, "emailKey" text, language text,
                  "externalId" text, "isPortalUser" boolean, "mayResetPassword" boolean, "resetMode" text, "smsCarrierId" uuid, status text)`;

const aboutContact = (contact: ContactFields & { id: string; customerId: string }) => ({
  customerId: contact.customerId,
  contactId: contact.id,
  name: contactName(contact),
});

const isOpen = (contact: ContactFields): boolean => contact.status === 'active' && contact.isPortalUser;

@Injectable()
export class ContactWrites {
  constructor(
    private readonly hooks: ContactHooks,
    private readonly audit: AuditService,
  ) {}

  /** Stored contacts by id, locked until the transaction ends. Missing ones are missing. */
  async load(tx: EntityManager, ids: readonly string[]): Promise<Map<string, StoredContact>> {
    const found = await rows<StoredContact>(
      tx,
      `SELECT c.id, c.customer_id AS "customerId", c.identity_id AS "identityId", c.asked_identity_id AS "askedIdentityId", c.first_name AS "firstName", c.last_name AS "lastName", c.email,
              c.language, c.external_id AS "externalId", c.is_portal_user AS "isPortalUser", c.may_reset_password AS "mayResetPassword", c.reset_mode AS "resetMode", c.sms_carrier_id AS "smsCarrierId", c.status, c.version, ${phonesOf('contact', 'c.id')} AS phones
         FROM contacts c WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id FOR UPDATE OF c`,
      [ids],
    );
    return new Map(found.map((contact) => [contact.id, contact]));
  }

  /** Contacts whose id exists already are left alone: the same create, sent again. */
  async create(tx: EntityManager, contacts: readonly NewContact[], writer: ContactWriter): Promise<void> {
    const all = contacts.map(({ id, customerId, fields }) => named({ id, customerId, ...EMPTY_CONTACT, ...fields }));
    const made = await rows<{ id: string }>(
      tx,
      `INSERT INTO contacts (id, customer_id, first_name, last_name, name_key, email, email_key, language, external_id, is_portal_user, may_reset_password, reset_mode, sms_carrier_id, status)
       SELECT id, "customerId", "firstName", "lastName", "nameKey", email, "emailKey", language, "externalId", "isPortalUser", "mayResetPassword", "resetMode", "smsCarrierId", status
         FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} ON CONFLICT (id) DO NOTHING RETURNING id`,
      [JSON.stringify(all.map((contact) => ({ ...contact, ...contactKeys(contact) })))],
    );
    const ids = new Set(made.map(({ id }) => id));
    const fresh = all.filter(({ id }) => ids.has(id));
    if (fresh.length === 0) return;
    await insertPhones(tx, 'contact', new Map(fresh.map(({ id, phones }) => [id, phones])));
    const facts = fresh.map((contact) => ({ ...aboutContact(contact), ...writer.facts }));
    await this.audit.recordMany(tx, writer.actor, 'contact.created', facts);
    await this.hooks.saved(tx, [...ids], { actor: writer.actor, linkByPhone: writer.linkByPhone });
  }

  async change(tx: EntityManager, changes: readonly ContactChange[], writer: ContactWriter): Promise<string[]> {
    const stored = await this.load(
      tx,
      changes.map(({ id }) => id),
    );
    const work = plannedChanges(stored, changes);
    for (const { after } of work) named(after);
    if (work.length === 0) return [];
    assertMayChangeReach(work, writer.actor);
    await rows(
      tx,
      `UPDATE contacts c SET first_name = x."firstName", last_name = x."lastName", name_key = x."nameKey", email = x.email, email_key = x."emailKey",
              language = x.language, external_id = x."externalId", is_portal_user = x."isPortalUser", may_reset_password = x."mayResetPassword", reset_mode = x."resetMode", sms_carrier_id = x."smsCarrierId", status = x.status,
              updated_at = now(), version = c.version + 1
         FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} WHERE c.id = x.id RETURNING c.id`,
      [JSON.stringify(work.map(({ after }) => ({ ...after, ...contactKeys(after) })))],
    );
    await replacePhones(tx, 'contact', newPhones(work));
    await this.endSessions(tx, work);
    await recordChanges(tx, this.audit, {
      noun: 'contact',
      work,
      writer,
      about: aboutContact,
    });
    const ids = work.map(({ after }) => after.id);
    await this.hooks.saved(tx, ids, { actor: writer.actor, linkByPhone: writer.linkByPhone });
    return ids;
  }

  /** Secrets stay; who is inside is out at the next request (S3.15, INV-8). */
  private async endSessions(tx: EntityManager, work: readonly Changed<StoredContact>[]): Promise<void> {
    const closed = work.filter(({ before, after }) => isOpen(before) && !isOpen(after)).map(({ after }) => after.id);
    if (closed.length > 0)
      await rows(tx, `DELETE FROM sessions WHERE contact_id = ANY ($1::uuid[]) RETURNING id`, [closed]);
  }
}

function named<T extends ContactFields>(contact: T): T {
  if (contactName(contact) === null) throw new AppError('request.invalid_body', { errors: [NAMELESS] });
  return contact;
}
