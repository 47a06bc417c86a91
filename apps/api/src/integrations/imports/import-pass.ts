import type { EntityManager } from 'typeorm';
import type { FileLine } from './import-file.js';
import type { ImportJob } from './import-job.js';
import type { ImportPass, VerdictRow } from './import-kind.js';

type Act = { verdict: string; id: string; fields?: object; before?: { version: number } } | undefined;
type Planned = Pick<VerdictRow, 'line' | 'title' | 'verdict' | 'reasons'>;
type Ids = Pick<VerdictRow, 'customerId' | 'contactId' | 'deploymentId' | 'deviceId'>;

/** What one kind of file does with its lines. */
export interface KindOfLines<P extends Planned> {
  plan(tx: EntityManager, lines: readonly FileLine[]): Promise<P[]>;
  apply(tx: EntityManager, planned: readonly P[]): Promise<void>;
  /** The acts of a line, by the names under which undo finds them; counted with an s. */
  acts(plan: P): Record<string, Act>;
  ids(plan: P, idOf: (act: Act) => string | null): Ids;
}

/** Plans lines, does what they say when the job is a run, and tells both alike. */
export function passOf<P extends Planned>(job: ImportJob, kind: KindOfLines<P>): ImportPass {
  const isRun = job.state === 'running';
  const rowOf = (plan: P): VerdictRow => {
    const { line, title, verdict, reasons } = plan;
    const ids = kind.ids(plan, (act) => idOf(act, isRun));
    return { line, title, verdict, reasons, ...ids, before: isRun ? mapped(kind.acts(plan), undoOf) : null };
  };
  return {
    batch: async (tx, lines) => {
      const planned = await kind.plan(tx, lines);
      if (isRun) await kind.apply(tx, planned);
      return { rows: planned.map(rowOf), counts: countOf(planned, (plan) => kind.acts(plan)) };
    },
  };
}

const mapped = <T>(acts: Record<string, Act>, of: (act: Act) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, of(act)]));

const isWritten = (act: Act): boolean => act?.verdict === 'create' || act?.verdict === 'update';

/** Lines by verdict, and how many rows of each sort are written. */
function countOf<T extends { verdict: string }>(
  planned: readonly T[],
  acts: (plan: T) => Record<string, Act>,
): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1);
  for (const plan of planned) {
    add(plan.verdict);
    for (const [name, act] of Object.entries(acts(plan))) if (isWritten(act)) add(`${name}s`);
  }
  return counts;
}

/** What undo needs of an act that was done: that it made the row, or the values that were there before. */
function undoOf(act: Act): Record<string, unknown> | null {
  if (act?.verdict === 'create') return { created: true };
  if (act?.verdict !== 'update' || !act.before) return null;
  const before = act.before as unknown as Record<string, unknown>;
  const names = Object.keys(act.fields ?? {});
  return { version: act.before.version, fields: Object.fromEntries(names.map((name) => [name, before[name]])) };
}

/** In a dry run nothing was made: only ids that exist are worth a link. */
const idOf = (act: Act, isRun: boolean): string | null =>
  isRun || act?.verdict !== 'create' ? (act?.id ?? null) : null;

type Verdict<A, V> = Extract<A, { verdict: V }>;

/** Acts that make a row. */
export const creations = <A extends { verdict: string }>(acts: readonly (A | undefined)[]): Verdict<A, 'create'>[] =>
  acts.filter((act): act is Verdict<A, 'create'> => act?.verdict === 'create');

/** Acts that change one. */
export const changes = <A extends { verdict: string }>(acts: readonly (A | undefined)[]): Verdict<A, 'update'>[] =>
  acts.filter((act): act is Verdict<A, 'update'> => act?.verdict === 'update');
