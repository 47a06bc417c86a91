import { z } from 'zod';
import { type ContactFields, contactName, EMPTY_CONTACT, readContact } from '../../contacts/contact-fields.js';
import { ChangeContact } from '../../contacts/contact.dto.js';
import { type CustomerFields, readCustomer } from '../../customers/customer-fields.js';
import { ChangeCustomer } from '../../customers/customer.dto.js';
import { fold } from '../../text/fold.js';
import { CONTACT_FIELDS, type ImportField } from './import-fields.js';

export interface Reason {
  code: string;
  field?: string;
  value?: string;
}

/** One line of the file, read. A part is undefined when the line has nothing of it. */
export interface ImportLine {
  line: number;
  title: string;
  customer: Partial<CustomerFields> | undefined;
  contact: Partial<ContactFields> | undefined;
  reasons: Reason[];
}

export type Cells = Partial<Record<ImportField, string>>;

const YES = new Set(['1', 'x', 'y', 'yes', 'true', 'ja', 'j', 'wahr', 'sant', 'oui', 'si', 'sí']);
const NO = new Set(['0', 'n', 'no', 'false', 'nein', 'nej', 'falsch', 'falskt', 'non', 'nee']);

/** An export puts ' before what a spreadsheet would run as a formula; read back, it goes. */
const unguarded = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '');

/** Cells by field. Empty ones are left out: an empty cell leaves alone, it never clears. */
export function cellsOf(record: readonly string[], mapping: Record<string, string>): Cells {
  const pairs = Object.entries(mapping).map(
    ([column, field]) => [field, unguarded(record[Number(column)] ?? '')] as const,
  );
  return Object.fromEntries(pairs.filter(([, value]) => value !== '')) as Cells;
}

function names(cells: Cells): { firstName?: string; lastName?: string } {
  const [first = '', ...rest] = (cells.full_name ?? '').split(/\s+/);
  const firstName = cells.first_name ?? (cells.full_name && !cells.last_name ? first : undefined);
  const lastName =
    cells.last_name ?? (cells.full_name && !cells.first_name && rest.length > 0 ? rest.join(' ') : undefined);
  return { ...(firstName ? { firstName } : {}), ...(lastName ? { lastName } : {}) };
}

const LANGUAGES: Record<string, string> = {
  english: 'en',
  englisch: 'en',
  engelska: 'en',
  german: 'de',
  deutsch: 'de',
  tyska: 'de',
  swedish: 'sv',
  schwedisch: 'sv',
  svenska: 'sv',
};

const language = (text: string | undefined): { language?: string } =>
  text ? { language: LANGUAGES[fold(text)] ?? text.toLowerCase() } : {};

function phonesOf(cells: Cells): { number: string; type?: 'mobile' | 'office' }[] {
  const typed = [
    { number: cells.mobile, type: 'mobile' as const },
    { number: cells.phone, type: undefined },
    { number: cells.office_phone, type: 'office' as const },
  ];
  return typed.flatMap(({ number, type }) => (number ? [{ number, ...(type ? { type } : {}) }] : []));
}

/** What stood in the file, for the reason to name. */
function shown(given: unknown): string {
  if (typeof given === 'string') return given;
  return Array.isArray(given) ? given.map((phone: { number?: string }) => phone.number ?? '').join(', ') : '';
}

/** Reads with the same schema as the API; fields that fail are left out and named. */
export function read<T extends z.ZodType>(
  schema: T,
  input: Record<string, unknown>,
): { value: z.output<T>; reasons: Reason[] } {
  const result = schema.safeParse(input);
  if (result.success) return { value: result.data, reasons: [] };
  const bad = new Set(result.error.issues.map((issue) => String(issue.path[0] ?? '')));
  const reasons = [...bad].map((field) => ({
    code: `${field}.invalid`,
    field,
    value: shown(input[field]).slice(0, 100),
  }));
  const rest = Object.fromEntries(Object.entries(input).filter(([field]) => !bad.has(field)));
  return { value: schema.parse(rest), reasons };
}

function customerPart(cells: Cells, country: string): { fields: Partial<CustomerFields>; reasons: Reason[] } {
  const { value, reasons } = read(ChangeCustomer, {
    number: cells.customer_number,
    name: cells.customer_name,
    externalId: cells.customer_external_id,
    email: cells.customer_email,
    street: cells.street,
    postalCode: cells.postal_code,
    city: cells.city,
    notes: cells.customer_notes,
    ...(cells.country ? { country: cells.country.toUpperCase() } : {}),
    ...language(cells.customer_language),
    ...(cells.customer_phone ? { phones: [{ number: cells.customer_phone }] } : {}),
  });
  const { fields, problems } = readCustomer(value, country);
  return {
    fields: withoutEmptyPhones(fields),
    reasons: [
      ...reasons,
      ...problems.map((problem) => ({
        code: problem.code,
        field: 'customer_phone',
        value: cells.customer_phone ?? '',
      })),
    ],
  };
}

function contactPart(cells: Cells, country: string): { fields: Partial<ContactFields>; reasons: Reason[] } {
  const phones = phonesOf(cells);
  const portal = fold(cells.portal_user ?? '');
  const { value, reasons } = read(ChangeContact, {
    ...names(cells),
    email: cells.email,
    externalId: cells.external_id,
    ...language(cells.language),
    ...(phones.length > 0 ? { phones } : {}),
    ...(YES.has(portal) ? { isPortalUser: true } : NO.has(portal) ? { isPortalUser: false } : {}),
  });
  const { linkByPhone: _, ...input } = value;
  const { fields, problems } = readContact(input, country);
  const bad = problems.map((problem) => ({
    code: problem.code,
    field: 'phone',
    value: phones[Number(problem.pointer.split('/')[2])]?.number ?? '',
  }));
  return { fields: withoutEmptyPhones(fields), reasons: [...reasons, ...bad] };
}

/** All its numbers were unreadable: then the line says nothing about phones. */
function withoutEmptyPhones<T extends { phones?: readonly unknown[] }>(fields: T): T {
  if (fields.phones?.length !== 0) return fields;
  const { phones: _, ...rest } = fields;
  return rest as T;
}

/** National phone numbers belong to the country of the line, when it names one. */
const countryOf = ({ country = '' }: Cells, usual: string): string =>
  /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : usual;

/** Reads one line. What cannot be read is left out with a reason; the planner decides what becomes of the rest. */
export function readLine(line: number, cells: Cells, usualCountry: string): ImportLine {
  const country = countryOf(cells, usualCountry);
  const fields = Object.keys(cells) as ImportField[];
  const customer = fields.some((field) => !CONTACT_FIELDS.includes(field)) ? customerPart(cells, country) : undefined;
  const contact = fields.some((field) => CONTACT_FIELDS.includes(field)) ? contactPart(cells, country) : undefined;
  const person = contact ? contactName({ ...EMPTY_CONTACT, ...contact.fields }) : null;
  const title = [cells.customer_name ?? cells.customer_number, person].filter(Boolean).join(' · ');
  return {
    line,
    title: title.slice(0, 200),
    customer: customer?.fields,
    contact: contact?.fields,
    reasons: [...(customer?.reasons ?? []), ...(contact?.reasons ?? [])],
  };
}
