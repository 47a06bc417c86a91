/*
 * What writing customers, contacts, deployments and devices has in common: what really changes, and its record.
 */
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { AuditActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { AuditFacts, AuditService } from './audit.service.js';

/** Who writes; `facts` are added to each audit event. */
export interface Writer {
  actor: AuditActor;
  facts?: AuditFacts;
}

export interface RowChange<Fields> {
  id: string;
  /** Refuses with row.changed when the stored one is another. */
  version?: number;
  fields: Partial<Fields>;
}

export interface Changed<Row> {
  before: Row;
  after: Row;
  changed: string[];
}

/** Fields that were given, without the absent ones. */
export const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** Names of the fields whose value would become another one. */
export const changedNames = <T extends object>(before: T, fields: Partial<T>): (keyof T & string)[] =>
  (Object.keys(fields) as (keyof T & string)[]).filter(
    (name) => fields[name] !== undefined && !isDeepStrictEqual(fields[name], before[name]),
  );

/** What there is to write; rows that would stay as they are are left out. Throws row.not_found and row.changed. */
export function plannedChanges<Row extends { id: string; version: number }>(
  stored: ReadonlyMap<string, Row>,
  changes: readonly RowChange<NoInfer<Row>>[],
): Changed<Row>[] {
  return changes.flatMap(({ id, version, fields }) => {
    const before = stored.get(id);
    if (!before) throw new AppError('row.not_found');
    if (version !== undefined && version !== before.version) throw new AppError('row.changed');
    const changed = changedNames(before, fields);
    return changed.length === 0 ? [] : [{ before, after: { ...before, ...fields }, changed }];
  });
}

/** noun.changed for what was edited; noun.deactivated and noun.reactivated for what was switched. */
export async function recordChanges<Row extends { status: 'active' | 'inactive' }>(
  tx: EntityManager,
  audit: AuditService,
  of: { noun: string; work: readonly Changed<Row>[]; writer: Writer; about: (row: Row) => AuditFacts },
): Promise<void> {
  const record = (act: string, work: readonly Changed<Row>[], fields?: (one: Changed<Row>) => AuditFacts) =>
    audit.recordMany(
      tx,
      of.writer.actor,
      `${of.noun}.${act}`,
      work.map((one) => ({ ...of.about(one.after), ...fields?.(one), ...of.writer.facts })),
    );
  const edits = ({ changed }: Changed<Row>) => changed.filter((name) => name !== 'status');
  const switched = (status: Row['status']) =>
    of.work.filter(({ changed, after }) => changed.includes('status') && after.status === status);
  await record(
    'changed',
    of.work.filter((one) => edits(one).length > 0),
    (one) => ({ fields: edits(one), changes: valuesOf(one, edits(one)) }),
  );
  await record('deactivated', switched('inactive'));
  await record('reactivated', switched('active'));
}

const LONGEST = 200;

/** Before and after of each field, for who may read the audit; long texts are cut. Rows hold no secret. */
const valuesOf = <Row>({ before, after }: Changed<Row>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { from: shown(before, name), to: shown(after, name) }]));

function shown(row: unknown, name: string): unknown {
  const value = (row as Record<string, unknown>)[name] ?? null;
  return typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
