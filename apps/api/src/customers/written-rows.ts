/*
 * What writing customers and writing contacts have in common: fields as people type them, what really changes, and its record.
 */
import type { EntityManager } from 'typeorm';
import type { AuditFacts, AuditService } from '../audit/audit.service.js';
import { AppError, type InputProblem } from '../http/app-error.js';
import type { AuditActor } from '../http/actors.js';
import type { Phone } from '../text/phone.js';
import { type PhoneInput, readPhones, samePhones } from './phone-input.js';

export interface WrittenFields {
  status: 'active' | 'inactive';
  phones: readonly Phone[];
}

interface Stored extends WrittenFields {
  id: string;
  version: number;
}

export interface RowChange<Fields> {
  id: string;
  /** Refuses with row.changed when the stored one is another. */
  version?: number;
  fields: Partial<Fields>;
}

export interface Changed<Row, Fields> {
  before: Row;
  after: Row;
  changed: (keyof Fields)[];
}

/** Phones become E.164 here; everything else was checked by the schema. Absent stays absent. */
export function readFields<Fields extends WrittenFields, Input extends { phones?: PhoneInput[] | null | undefined }>(
  input: Input,
  country: string,
): { fields: Partial<Fields>; problems: InputProblem[] } {
  const { phones, ...plain } = input;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as Partial<Fields>;
  if (phones === undefined) return { fields: given, problems: [] };
  const read = readPhones(phones ?? [], country);
  return { fields: { ...given, phones: read.phones }, problems: read.problems };
}

/** Names of the fields whose value would become another one. */
export const changedFields = <Fields extends WrittenFields>(
  before: Fields,
  fields: Partial<Fields>,
): (keyof Fields)[] =>
  (Object.keys(fields) as (keyof Fields)[]).filter((name) =>
    name === 'phones' ? !samePhones(before.phones, fields.phones ?? []) : fields[name] !== before[name],
  );

/** What there is to write; rows that would stay as they are are left out. Throws row.not_found and row.changed. */
export function plannedChanges<Row extends Stored & Fields, Fields extends WrittenFields>(
  stored: ReadonlyMap<string, Row>,
  changes: readonly RowChange<Fields>[],
): Changed<Row, Fields>[] {
  return changes.flatMap(({ id, version, fields }) => {
    const before = stored.get(id);
    if (!before) throw new AppError('row.not_found');
    if (version !== undefined && version !== before.version) throw new AppError('row.changed');
    const changed = changedFields<Fields>(before, fields);
    return changed.length === 0 ? [] : [{ before, after: { ...before, ...fields }, changed }];
  });
}

/** The new phones of the rows whose phones change, for replacePhones. */
export const newPhones = <Fields>(
  work: readonly Changed<Stored, Fields & WrittenFields>[],
): Map<string, readonly Phone[]> =>
  new Map(work.filter(({ changed }) => changed.includes('phones')).map(({ after }) => [after.id, after.phones]));

/** noun.changed for what was edited; noun.deactivated and noun.reactivated for what was switched. */
export async function recordChanges<Row extends Stored, Fields>(
  tx: EntityManager,
  audit: AuditService,
  of: {
    noun: string;
    actor: AuditActor;
    work: readonly Changed<Row, Fields & WrittenFields>[];
    facts: (row: Row) => AuditFacts;
  },
): Promise<void> {
  const facts = (work: typeof of.work) => work.map(({ after, changed }) => ({ fields: changed, ...of.facts(after) }));
  const switched = of.work.filter(({ changed }) => changed.includes('status'));
  const record = (act: string, work: typeof of.work) =>
    audit.recordMany(tx, of.actor, `${of.noun}.${act}`, facts(work));
  await record(
    'changed',
    of.work.filter(({ changed }) => changed.some((name) => name !== 'status')),
  );
  await record(
    'deactivated',
    switched.filter(({ after }) => after.status === 'inactive'),
  );
  await record(
    'reactivated',
    switched.filter(({ after }) => after.status === 'active'),
  );
}
