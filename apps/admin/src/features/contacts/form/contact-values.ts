import type { ChangeContact, Contact } from '@latchkey/api-client';
import { changedKeys } from '../../../lib/rebase';
import { NO_PHONE, toPhoneInputs, toPhoneValues, type PhoneValue } from '../../../shared/people/phone-values';

export const RESET_MODES = ['link', 'temporary'] as const;

/** The form of a contact. An empty text means "nothing there". */
export interface ContactValues {
  firstName: string;
  lastName: string;
  email: string;
  phones: PhoneValue[];
  language: string;
  externalId: string;
  isPortalUser: boolean;
  mayResetPassword: boolean;
  /** Empty: as the settings say. */
  resetMode: string;
  /** Empty: none of its own. */
  smsCarrierId: string;
}

export const NEW_CONTACT: ContactValues = {
  firstName: '',
  lastName: '',
  email: '',
  phones: [NO_PHONE],
  language: '',
  externalId: '',
  isPortalUser: true,
  mayResetPassword: true,
  resetMode: '',
  smsCarrierId: '',
};

export const toContactValues = (contact: Contact): ContactValues => ({
  firstName: contact.firstName ?? '',
  lastName: contact.lastName ?? '',
  email: contact.email ?? '',
  phones: contact.phones.length > 0 ? toPhoneValues(contact.phones) : [NO_PHONE],
  language: contact.language ?? '',
  externalId: contact.externalId ?? '',
  isPortalUser: contact.isPortalUser,
  mayResetPassword: contact.mayResetPassword,
  resetMode: contact.resetMode ?? '',
  smsCarrierId: contact.smsCarrierId ?? '',
});

const textOf = (value: string): string | null => value.trim() || null;

/** All of it, as the API takes it. */
export const toContactBody = (values: ContactValues) => ({
  firstName: textOf(values.firstName),
  lastName: textOf(values.lastName),
  email: textOf(values.email),
  phones: toPhoneInputs(values.phones),
  language: textOf(values.language),
  externalId: textOf(values.externalId),
  isPortalUser: values.isPortalUser,
  mayResetPassword: values.mayResetPassword,
  resetMode: RESET_MODES.find((mode) => mode === values.resetMode) ?? null,
  smsCarrierId: textOf(values.smsCarrierId),
});

/** Only what was changed here: what somebody else changed meanwhile in other fields stays theirs. */
export const toContactChange = (values: ContactValues, start: ContactValues): ChangeContact => {
  const body = toContactBody(values);
  return Object.fromEntries(changedKeys(values, start).map((key) => [key, body[key]]));
};
