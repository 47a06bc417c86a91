import type { EntityManager } from 'typeorm';
import { changedNames } from '../../audit/row-changes.js';
import { type ContactFields, contactName, EMPTY_CONTACT } from '../../contacts/contact-fields.js';
import { type CustomerFields } from '../../customers/customer-fields.js';
import { MAX_PHONES } from '../../customers/phone-input.js';
import { newId } from '../../db/id.js';
import type { Phone } from '../../text/phone.js';
import { fold } from '../../text/fold.js';
import type { ImportLine, Reason } from './import-line.js';
import {
  findContacts,
  findCustomers,
  type KnownContact,
  type KnownCustomer,
  matchContact,
  type Wanted,
} from './import-matches.js';

export type Verdict = 'create' | 'update' | 'unchanged' | 'skip';

type Act<F, K> =
  | { verdict: 'create'; id: string; fields: F }
  | { verdict: 'update'; id: string; fields: F; before: K }
  | { verdict: 'unchanged'; id: string };

/** What becomes of one line: the same whether it is only shown or done. */
export interface PlannedLine {
  line: number;
  title: string;
  verdict: Verdict;
  reasons: Reason[];
  customer?: Act<Partial<CustomerFields>, KnownCustomer>;
  contact?: Act<Partial<ContactFields>, KnownContact> & { customerId: string };
}

/**
 * What earlier lines of the file have brought. A dry run writes nothing, so that later lines find the customers and contacts
 * of earlier ones only here; a run that resumes after a crash finds them in the database. A few dozen bytes a line.
 */
export class ImportMemory {
  readonly customers = new Map<string, string>();
  readonly touched = new Set<string>();
  readonly created = new Map<string, string>();
}

const RANK: Record<Verdict, number> = { skip: 0, unchanged: 1, update: 2, create: 3 };

const customerKeys = (fields: Partial<CustomerFields>): string[] =>
  [
    fields.number && `n:${fields.number}`,
    fields.externalId && `x:${fields.externalId}`,
    fields.name && `k:${fold(fields.name)}`,
  ].filter((key): key is string => Boolean(key));

const contactKeys = ({ customerId, contact }: Wanted): string[] => {
  const name = fold([contact.firstName, contact.lastName].filter(Boolean).join(' '));
  const keys = [
    contact.externalId && `x:${contact.externalId}`,
    contact.email && `e:${customerId}:${contact.email.toLowerCase()}`,
  ];
  const phones = (contact.phones ?? []).map(({ e164 }) => `p:${customerId}:${e164}:${name}`);
  return [
    ...keys,
    ...phones,
    ...(contact.email || phones.length > 0 || !name ? [] : [`k:${customerId}:${name}`]),
  ].filter((key): key is string => Boolean(key));
};

/** Numbers are added, never taken away: a file seldom knows all of them. */
function addedPhones(before: readonly Phone[], now: readonly Phone[]): readonly Phone[] {
  const fresh = now.filter((phone) => !before.some(({ e164 }) => e164 === phone.e164));
  return [...before, ...fresh].slice(0, MAX_PHONES);
}

function only<T extends object>(fields: T, names: readonly (keyof T)[]): Partial<T> {
  const part: Partial<T> = {};
  for (const name of names) part[name] = fields[name];
  return part;
}

/** Decides every line of a batch (up to 500). Reads only. */
export async function planBatch(
  tx: EntityManager,
  lines: readonly ImportLine[],
  memory: ImportMemory,
): Promise<PlannedLine[]> {
  const customers = await findCustomers(tx, lines);
  const planned = lines.map((line) => planCustomer(line, customers, memory));
  const wanted = planned.flatMap((plan, index) => wantedContact(plan, lines[index]));
  const contacts = await findContacts(tx, wanted);
  planned.forEach((plan, index) => {
    const [want] = wantedContact(plan, lines[index]);
    if (want) planContact(plan, { want, contacts, memory });
    else if (lines[index]?.contact && plan.verdict !== 'skip') skip(plan, { code: 'contact.no_customer' });
  });
  return planned;
}

function wantedContact(plan: PlannedLine, line: ImportLine | undefined): Wanted[] {
  return plan.verdict !== 'skip' && line?.contact && plan.customer
    ? [{ customerId: plan.customer.id, contact: line.contact }]
    : [];
}

function skip(plan: PlannedLine, reason: Reason): void {
  plan.verdict = 'skip';
  plan.reasons = [reason, ...plan.reasons];
}

function planCustomer(line: ImportLine, known: readonly KnownCustomer[], memory: ImportMemory): PlannedLine {
  const plan: PlannedLine = { line: line.line, title: line.title, verdict: 'unchanged', reasons: [...line.reasons] };
  const fields = line.customer;
  if (!fields) {
    if (!line.contact) skip(plan, { code: 'line.empty' });
    return plan;
  }
  const keys = customerKeys(fields);
  const seen = keys.map((key) => memory.customers.get(key)).find(Boolean);
  if (seen) return { ...plan, customer: { verdict: 'unchanged', id: seen } };
  const found = matchCustomer(known, fields);
  if (found === 'ambiguous')
    skip(plan, { code: 'customer.ambiguous', field: 'customer_name', value: fields.name ?? '' });
  else if (!found && !fields.name)
    skip(plan, { code: 'customer.unknown', field: 'customer_number', value: fields.number ?? fields.externalId ?? '' });
  else {
    plan.customer = found ? changeOf(found, fields) : { verdict: 'create', id: newId(), fields };
    plan.verdict = plan.customer.verdict;
    for (const key of keys) memory.customers.set(key, plan.customer.id);
  }
  return plan;
}

function matchCustomer(
  known: readonly KnownCustomer[],
  fields: Partial<CustomerFields>,
): KnownCustomer | 'ambiguous' | undefined {
  const exact = known.find(
    (one) =>
      (fields.number && one.number === fields.number) || (fields.externalId && one.externalId === fields.externalId),
  );
  if (exact || fields.number || fields.externalId) return exact;
  const key = fold(fields.name ?? '');
  const named = known.filter((one) => one.nameKey === key);
  return named.length > 1 ? 'ambiguous' : named[0];
}

function changeOf(before: KnownCustomer, fields: Partial<CustomerFields>): NonNullable<PlannedLine['customer']> {
  const next = { ...fields, ...(fields.phones ? { phones: addedPhones(before.phones, fields.phones) } : {}) };
  const changed = changedNames<CustomerFields>(before, next);
  return changed.length === 0
    ? { verdict: 'unchanged', id: before.id }
    : { verdict: 'update', id: before.id, fields: only(next, changed), before };
}

function planContact(
  plan: PlannedLine,
  { want, contacts, memory }: { want: Wanted; contacts: readonly KnownContact[]; memory: ImportMemory },
): void {
  const keys = contactKeys(want);
  const found = matchContact(contacts, want);
  if (cameEarlier(keys, found, memory)) return skip(plan, { code: 'line.duplicate' });
  if (found === 'ambiguous') return skip(plan, { code: 'contact.ambiguous' });
  const reason = found ? reasonAgainstChange(found, want) : reasonAgainstCreation(want);
  if (reason) return skip(plan, reason);
  const { customerId } = want;
  if (found) plan.contact = { customerId, ...contactChange(found, want.contact) };
  else plan.contact = { customerId, verdict: 'create', id: newId(), fields: want.contact };
  for (const key of keys) memory.created.set(key, plan.contact.id);
  memory.touched.add(plan.contact.id);
  if (RANK[plan.contact.verdict] > RANK[plan.verdict]) plan.verdict = plan.contact.verdict;
}

/** An earlier line of the same file made or named this contact. */
function cameEarlier(keys: readonly string[], found: KnownContact | 'ambiguous' | undefined, memory: ImportMemory) {
  if (keys.some((key) => memory.created.has(key))) return true;
  return found !== undefined && found !== 'ambiguous' && memory.touched.has(found.id);
}

const reasonAgainstChange = (found: KnownContact, { customerId, contact }: Wanted): Reason | undefined =>
  found.customerId === customerId
    ? undefined
    : { code: 'contact.other_customer', field: 'external_id', value: contact.externalId ?? '' };

const reasonAgainstCreation = ({ contact }: Wanted): Reason | undefined =>
  contactName({ ...EMPTY_CONTACT, ...contact }) === null ? { code: 'contact.nameless' } : undefined;

function contactChange(
  before: KnownContact,
  fields: Partial<ContactFields>,
): Act<Partial<ContactFields>, KnownContact> {
  const next = { ...fields, ...(fields.phones ? { phones: addedPhones(before.phones, fields.phones) } : {}) };
  const changed = changedNames<ContactFields>(before, next);
  return changed.length === 0
    ? { verdict: 'unchanged', id: before.id }
    : { verdict: 'update', id: before.id, fields: only(next, changed), before };
}
