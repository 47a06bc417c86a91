import { emailKey } from '../text/email.js';
import { fold } from '../text/fold.js';
import type { ChangeCustomer } from './customer.dto.js';
import { readFields, type WrittenFields } from './written-rows.js';

/** Everything of a customer that staff and imports write, as it is stored. */
export interface CustomerFields extends WrittenFields {
  number: string;
  name: string;
  language: string | null;
  email: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string | null;
  externalId: string | null;
  notes: string | null;
  rightsProfileId: string;
  colleagueCap: number | null;
  portalAddressId: string | null;
}

export const readCustomer = readFields<CustomerFields, ChangeCustomer>;

/** What lists sort by and searches read. */
export const customerKeys = (fields: Pick<CustomerFields, 'name' | 'email'>) => ({
  nameKey: fold(fields.name),
  emailKey: fields.email === null ? null : (emailKey(fields.email) ?? null),
});
