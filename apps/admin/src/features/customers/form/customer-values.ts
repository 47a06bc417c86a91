import type { ChangeCustomer, CreateCustomer, Customer } from '@latchkey/api-client';
import { changedKeys } from '../../../lib/rebase';
import { NO_PHONE, toPhoneInputs, toPhoneValues, type PhoneValue } from '../../../shared/people/phone-values';

/** The form of a customer. An empty text means "nothing there". */
export interface CustomerValues {
  name: string;
  number: string;
  language: string;
  email: string;
  phones: PhoneValue[];
  street: string;
  postalCode: string;
  city: string;
  country: string;
  externalId: string;
  notes: string;
  rightsProfileId: string;
  colleagueCap: number | string;
  portalAddressId: string;
}

export const NEW_CUSTOMER: CustomerValues = {
  name: '',
  number: '',
  language: '',
  email: '',
  phones: [NO_PHONE],
  street: '',
  postalCode: '',
  city: '',
  country: '',
  externalId: '',
  notes: '',
  rightsProfileId: '',
  colleagueCap: '',
  portalAddressId: '',
};

/** How each field without anything is shown. */
const textsOf = ({ language, email, street, postalCode, city, country, externalId, notes }: Customer) => ({
  language: language ?? '',
  email: email ?? '',
  street: street ?? '',
  postalCode: postalCode ?? '',
  city: city ?? '',
  country: country ?? '',
  externalId: externalId ?? '',
  notes: notes ?? '',
});

export const toCustomerValues = (customer: Customer): CustomerValues => ({
  ...textsOf(customer),
  name: customer.name,
  number: customer.number,
  phones: customer.phones.length > 0 ? toPhoneValues(customer.phones) : [NO_PHONE],
  rightsProfileId: customer.rightsProfile.id,
  colleagueCap: customer.colleagueCap ?? '',
  portalAddressId: customer.portalAddress?.id ?? '',
});

const textOf = (value: string): string | null => value.trim() || null;

const toBody = (values: CustomerValues) => ({
  name: values.name.trim(),
  number: values.number.trim(),
  language: textOf(values.language),
  email: textOf(values.email),
  phones: toPhoneInputs(values.phones),
  street: textOf(values.street),
  postalCode: textOf(values.postalCode),
  city: textOf(values.city),
  country: textOf(values.country),
  externalId: textOf(values.externalId),
  notes: textOf(values.notes),
  rightsProfileId: values.rightsProfileId,
  colleagueCap: values.colleagueCap === '' ? null : Number(values.colleagueCap),
  portalAddressId: values.portalAddressId || null,
});

/** Without a number the server takes the next of its sequence; without a profile, the default one. */
export const toNewCustomer = (values: CustomerValues): CreateCustomer => {
  const { number, rightsProfileId, ...body } = toBody(values);
  return { ...body, ...(number ? { number } : {}), ...(rightsProfileId ? { rightsProfileId } : {}) };
};

/** Only what was changed here: what somebody else changed meanwhile in other fields stays theirs. */
export const toCustomerChange = (values: CustomerValues, start: CustomerValues): ChangeCustomer => {
  const body = toBody(values);
  return Object.fromEntries(changedKeys(values, start).map((key) => [key, body[key]]));
};
