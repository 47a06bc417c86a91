import type { EntityManager } from 'typeorm';
import { phonesOf } from '../../customers/phone-store.js';
import { rows } from '../../db/sql.js';
import { emailKey } from '../../text/email.js';
import { fold } from '../../text/fold.js';
import type { StoredContact } from '../../contacts/contact-writes.js';
import type { StoredCustomer } from '../../customers/customer-writes.js';
import type { ImportLine } from './import-line.js';

export type KnownCustomer = StoredCustomer & { nameKey: string };
export type KnownContact = StoredContact & { nameKey: string; emailKey: string | null };

const present = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
];

/** Customers that the lines of a batch may mean: by number, external id or exact name. */
export function findCustomers(tx: EntityManager, lines: readonly ImportLine[]): Promise<KnownCustomer[]> {
  const parts = lines.map((line) => line.customer);
  return rows<KnownCustomer>(
    tx,
    `SELECT c.id, c.number, c.name, c.name_key AS "nameKey", c.language, c.email, c.street, c.postal_code AS "postalCode", c.city, c.country,
            c.external_id AS "externalId", c.notes, c.status, c.rights_profile_id AS "rightsProfileId", c.version, ${phonesOf('customer', 'c.id')} AS phones
       FROM customers c
      WHERE c.id IN (SELECT id FROM customers WHERE number = ANY ($1) UNION SELECT id FROM customers WHERE external_id = ANY ($2)
                     UNION SELECT id FROM customers WHERE name_key = ANY ($3))`,
    [
      present(parts.map((part) => part?.number)),
      present(parts.map((part) => part?.externalId)),
      present(parts.map((part) => part?.name && fold(part.name))),
    ],
  );
}

export interface Wanted {
  customerId: string;
  contact: NonNullable<ImportLine['contact']>;
}

export const nameKeyOf = (contact: Wanted['contact']): string =>
  fold([contact.firstName, contact.lastName].filter(Boolean).join(' '));

/** Contacts that the lines may mean: by external id anywhere, by e-mail, phone or name at the customer of the line. */
export function findContacts(tx: EntityManager, wanted: readonly Wanted[]): Promise<KnownContact[]> {
  const at = (key: (contact: Wanted['contact']) => (string | null | undefined)[]) =>
    wanted.flatMap(({ customerId, contact }) => present(key(contact)).map((value) => [customerId, value] as const));
  const emails = at((contact) => [contact.email && emailKey(contact.email)]);
  const phones = at((contact) => (contact.phones ?? []).map(({ e164 }) => e164));
  const names = at((contact) => [nameKeyOf(contact)]);
  const split = (pairs: readonly (readonly [string, string])[]) => [
    pairs.map(([id]) => id),
    pairs.map(([, value]) => value),
  ];
  return rows<KnownContact>(
    tx,
    `SELECT c.id, c.customer_id AS "customerId", c.identity_id AS "identityId", c.asked_identity_id AS "askedIdentityId", c.first_name AS "firstName", c.last_name AS "lastName", c.name_key AS "nameKey",
            c.email, c.email_key AS "emailKey", c.language, c.external_id AS "externalId", c.is_portal_user AS "isPortalUser", c.status, c.version,
            ${phonesOf('contact', 'c.id')} AS phones
       FROM contacts c
      WHERE c.id IN (
        SELECT id FROM contacts WHERE external_id = ANY ($1)
        UNION SELECT k.id FROM unnest($2::uuid[], $3::text[]) w (customer, value) JOIN contacts k ON k.customer_id = w.customer AND k.email_key = w.value
        UNION SELECT k.id FROM unnest($4::uuid[], $5::text[]) w (customer, value) JOIN contact_phones p ON p.e164 = w.value JOIN contacts k ON k.id = p.contact_id AND k.customer_id = w.customer
        UNION SELECT k.id FROM unnest($6::uuid[], $7::text[]) w (customer, value) JOIN contacts k ON k.customer_id = w.customer AND k.name_key = w.value)`,
    [present(wanted.map(({ contact }) => contact.externalId)), ...split(emails), ...split(phones), ...split(names)],
  );
}

const conflict = (one: string | null | undefined, other: string | null | undefined): boolean =>
  Boolean(one && other && one !== other);

/** The contact a line means: the same external id, else e-mail, else phone without a contradiction, else the only one of that name without a contradiction. */
export function matchContact(
  known: readonly KnownContact[],
  { customerId, contact }: Wanted,
): KnownContact | 'ambiguous' | undefined {
  const here = known.filter((one) => one.customerId === customerId);
  const byId = contact.externalId ? known.find((one) => one.externalId === contact.externalId) : undefined;
  if (byId) return byId;
  const key = contact.email ? emailKey(contact.email) : undefined;
  const free = here.filter((one) => !conflict(one.externalId, contact.externalId));
  const byEmail = free.filter((one) => key !== undefined && one.emailKey === key);
  if (byEmail.length > 0)
    return byEmail.length === 1
      ? byEmail[0]
      : (byEmail.find((one) => one.nameKey === nameKeyOf(contact)) ?? 'ambiguous');
  const open = free.filter((one) => !conflict(one.emailKey, key));
  const name = nameKeyOf(contact);
  const byPhone = open.filter(
    (one) =>
      (name === '' || one.nameKey === name) &&
      contact.phones?.some(({ e164 }) => one.phones.some((phone) => phone.e164 === e164)),
  );
  if (byPhone.length > 0) return byPhone.length === 1 ? byPhone[0] : 'ambiguous';
  const byName = name === '' ? [] : open.filter((one) => one.nameKey === name);
  return byName.length > 1 ? 'ambiguous' : byName[0];
}
