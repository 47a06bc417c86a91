import { MAX_PHONES } from '../../customers/phone-input.js';
import type { Phone } from '../../text/phone.js';
import type { ContactFields } from '../contact-fields.js';
import { MERGE_FIELDS, type MergeField } from './merge.dto.js';

type Mergeable = Pick<ContactFields, MergeField | 'phones'>;

export interface MergedValues {
  fields: Pick<ContactFields, MergeField> & { phones: Phone[] };
  droppedPhones: Phone[];
}

/** The contact that stays keeps its values, except those to be taken; what it lacks comes from the other. Phones are joined, its own first. */
export function mergedValues(into: Mergeable, from: Mergeable, take: readonly MergeField[] = []): MergedValues {
  const values = MERGE_FIELDS.map((name) => [
    name,
    take.includes(name) ? (from[name] ?? into[name]) : (into[name] ?? from[name]),
  ]);
  const phones = new Map([...from.phones, ...into.phones].map((phone) => [`${phone.e164};${phone.extension}`, phone]));
  const order = [...new Set([...into.phones, ...from.phones].map((phone) => `${phone.e164};${phone.extension}`))];
  const joined = order.flatMap((key) => phones.get(key) ?? []);
  const fields = Object.fromEntries(values) as Pick<ContactFields, MergeField>;
  return { fields: { ...fields, phones: joined.slice(0, MAX_PHONES) }, droppedPhones: joined.slice(MAX_PHONES) };
}

interface Login {
  hasSecret: boolean;
}

/** The login that has a secret stays; when both or neither have one, that of the contact that stays. No secret is ever taken from the one kept (INV-1). */
export function keptLogin(into: Login | null, from: Login | null): 'none' | 'into' | 'from' {
  if (!from) return into ? 'into' : 'none';
  return !into || (from.hasSecret && !into.hasSecret) ? 'from' : 'into';
}
