import { readPhones, samePhones } from '../customers/phone-input.js';
import type { InputProblem } from '../http/app-error.js';
import { emailKey } from '../text/email.js';
import { fold } from '../text/fold.js';
import type { Phone } from '../text/phone.js';
import type { ChangeContact } from './contact.dto.js';

/** Everything of a contact that staff and imports write, as it is stored. */
export interface ContactFields {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  language: string | null;
  externalId: string | null;
  isPortalUser: boolean;
  status: 'active' | 'inactive';
  phones: readonly Phone[];
}

export const EMPTY_CONTACT: ContactFields = {
  firstName: null,
  lastName: null,
  email: null,
  language: null,
  externalId: null,
  isPortalUser: true,
  status: 'active',
  phones: [],
};

export type ContactInput = Omit<ChangeContact, 'linkByPhone'>;

/** Phones become E.164 here; everything else was checked by the schema. Absent stays absent. */
export function readContact(
  input: ContactInput,
  country: string,
): { fields: Partial<ContactFields>; problems: InputProblem[] } {
  const { phones, ...plain } = input;
  const fields: Partial<ContactFields> = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== undefined),
  );
  if (phones === undefined) return { fields, problems: [] };
  const read = readPhones(phones ?? [], country);
  return { fields: { ...fields, phones: read.phones }, problems: read.problems };
}

/** "First Last", else the e-mail, else the first phone. Null: nothing to call the contact by, which is refused. */
export const contactName = (
  fields: Pick<ContactFields, 'firstName' | 'lastName' | 'email' | 'phones'>,
): string | null =>
  [fields.firstName, fields.lastName].filter(Boolean).join(' ') || fields.email || fields.phones[0]?.e164 || null;

export const NAMELESS: InputProblem = {
  pointer: '/firstName',
  code: 'contact.nameless',
  detail: 'A name, an e-mail or a phone is needed',
};

/** Names of the fields whose value would become another one. */
export const changedContactFields = (before: ContactFields, fields: Partial<ContactFields>): (keyof ContactFields)[] =>
  (Object.keys(fields) as (keyof ContactFields)[]).filter((name) =>
    name === 'phones' ? !samePhones(before.phones, fields.phones ?? []) : fields[name] !== before[name],
  );

/** What lists sort by and searches read. */
export const contactKeys = (fields: ContactFields) => ({
  nameKey: fold(contactName(fields) ?? ''),
  emailKey: fields.email === null ? null : (emailKey(fields.email) ?? null),
});
