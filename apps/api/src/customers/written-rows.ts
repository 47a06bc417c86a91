/*
 * What customers and contacts have in common as they are written: fields as people type them, and phones.
 */
import { type Changed, given } from '../audit/row-changes.js';
import type { InputProblem } from '../http/app-error.js';
import type { Phone } from '../text/phone.js';
import { type PhoneInput, readPhones } from './phone-input.js';

export interface WrittenFields {
  status: 'active' | 'inactive';
  phones: readonly Phone[];
}

/** Phones become E.164 here; everything else was checked by the schema. Absent stays absent. */
export function readFields<Fields extends WrittenFields, Input extends { phones?: PhoneInput[] | null | undefined }>(
  input: Input,
  country: string,
): { fields: Partial<Fields>; problems: InputProblem[] } {
  const { phones, ...plain } = input;
  const fields = given<object>(plain) as Partial<Fields>;
  if (phones === undefined) return { fields, problems: [] };
  const read = readPhones(phones ?? [], country);
  return { fields: { ...fields, phones: read.phones }, problems: read.problems };
}

/** The new phones of the rows whose phones change, for replacePhones. */
export const newPhones = (work: readonly Changed<WrittenFields & { id: string }>[]): Map<string, readonly Phone[]> =>
  new Map(work.filter(({ changed }) => changed.includes('phones')).map(({ after }) => [after.id, after.phones]));
