import type { InputProblem } from '../http/app-error.js';
import { emailKey } from '../text/email.js';
import { fold } from '../text/fold.js';
import type { Phone } from '../text/phone.js';
import type { ChangeCustomer } from './customer.dto.js';
import { readPhones, samePhones } from './phone-input.js';

/** Everything of a customer that staff and imports write, as it is stored. */
export interface CustomerFields {
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
  status: 'active' | 'inactive';
  rightsProfileId: string;
  phones: readonly Phone[];
}

/** Phones become E.164 here; everything else was checked by the schema. Absent stays absent. */
export function readCustomer(
  input: ChangeCustomer,
  country: string,
): { fields: Partial<CustomerFields>; problems: InputProblem[] } {
  const { phones, ...plain } = input;
  const fields: Partial<CustomerFields> = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== undefined),
  );
  if (phones === undefined) return { fields, problems: [] };
  const read = readPhones(phones ?? [], country);
  return { fields: { ...fields, phones: read.phones }, problems: read.problems };
}

/** Names of the fields whose value would become another one. */
export const changedCustomerFields = (
  before: CustomerFields,
  fields: Partial<CustomerFields>,
): (keyof CustomerFields)[] =>
  (Object.keys(fields) as (keyof CustomerFields)[]).filter((name) =>
    name === 'phones' ? !samePhones(before.phones, fields.phones ?? []) : fields[name] !== before[name],
  );

/** What lists sort by and searches read. */
export const customerKeys = (fields: Pick<CustomerFields, 'name' | 'email'>) => ({
  nameKey: fold(fields.name),
  emailKey: fields.email === null ? null : (emailKey(fields.email) ?? null),
});
