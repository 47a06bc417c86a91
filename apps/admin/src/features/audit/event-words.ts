import type { AuditEvent } from './audit.api';

type Detail = AuditEvent['detail'];

export interface ChangedField {
  name: string;
  from: unknown;
  to: unknown;
}

const isStep = (value: unknown): value is { from: unknown; to: unknown } =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value;

const steps = (values: object): ChangedField[] =>
  Object.entries(values).flatMap(([name, value]) => (isStep(value) ? [{ name, from: value.from, to: value.to }] : []));

/** Before and after of each field: below `changes`, or beside the other facts as cases have them. */
export const changesOf = (detail: Detail): ChangedField[] => [
  ...(typeof detail['changes'] === 'object' && detail['changes'] !== null ? steps(detail['changes']) : []),
  ...steps(detail),
];

/** What else was recorded. */
export const factsOf = (detail: Detail): [string, unknown][] =>
  Object.entries(detail).filter(
    ([name, value]) => name !== 'changes' && name !== 'fields' && value !== null && !isStep(value),
  );

/** Values as they are, in a line; a phone by its number. Nothing is a dash. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map(inWords).join(', ') || '–';
  if (typeof value === 'object') return 'e164' in value ? String(value.e164) : JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
