import { readFields, type WrittenFields } from '../customers/written-rows.js';
import type { InputProblem } from '../http/app-error.js';
import { emailKey } from '../text/email.js';
import { fold } from '../text/fold.js';
import type { ChangeContact } from './contact.dto.js';

/** Everything of a contact that staff and imports write, as it is stored. */
export interface ContactFields extends WrittenFields {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  language: string | null;
  externalId: string | null;
  isPortalUser: boolean;
  mayResetPassword: boolean;
  resetMode: 'link' | 'temporary' | null;
  smsCarrierId: string | null;
}

export const EMPTY_CONTACT: ContactFields = {
  firstName: null,
  lastName: null,
  email: null,
  language: null,
  externalId: null,
  isPortalUser: true,
  mayResetPassword: true,
  resetMode: null,
  smsCarrierId: null,
  status: 'active',
  phones: [],
};

export type ContactInput = Omit<ChangeContact, 'linkByPhone'>;

export const readContact = readFields<ContactFields, ContactInput>;

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

/** What lists sort by and searches read. */
export const contactKeys = (fields: ContactFields) => ({
  nameKey: fold(contactName(fields) ?? ''),
  emailKey: fields.email === null ? null : (emailKey(fields.email) ?? null),
});
