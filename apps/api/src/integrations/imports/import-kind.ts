import type { EntityManager } from 'typeorm';
import type { FileLine } from './import-file.js';
import type { ImportJob } from './import-job.js';
import type { Reason } from './import-line.js';

/** The verdict on one line, as it is stored. */
export interface VerdictRow {
  line: number;
  verdict: 'create' | 'update' | 'unchanged' | 'skip';
  reasons: Reason[];
  title: string;
  customerId?: string | null;
  contactId?: string | null;
  deploymentId?: string | null;
  deviceId?: string | null;
  /** What undo needs; null in a dry run. */
  before: Record<string, unknown> | null;
}

export interface BatchResult {
  rows: VerdictRow[];
  counts: Record<string, number>;
}

/** A file on its way through: what its lines have named so far is remembered by `batch` itself. */
export interface ImportPass {
  /** Decides up to 500 lines, and does what they say when the job is a run. */
  batch(tx: EntityManager, lines: readonly FileLine[]): Promise<BatchResult>;
}

/** One kind of file. */
export interface ImportKindWork {
  /** `done`: ids that an interrupted run has stored already. */
  begin(job: ImportJob, usual: { country: string; done: readonly DoneIds[] }): ImportPass;
}

export interface DoneIds {
  contactId: string | null;
  deviceId: string | null;
}

type Act = { verdict: string; id: string; fields?: object; before?: { version: number } } | undefined;

const isWritten = (act: Act): boolean => act?.verdict === 'create' || act?.verdict === 'update';

/** Lines by verdict, and how many rows of each sort are written. */
export function countOf<T extends { verdict: string }>(
  planned: readonly T[],
  parts: Record<string, (plan: T) => Act>,
): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1);
  for (const plan of planned) {
    add(plan.verdict);
    for (const [name, act] of Object.entries(parts)) if (isWritten(act(plan))) add(name);
  }
  return counts;
}

/** What undo needs of an act that was done: that it made the row, or the values that were there before. */
export function undoOf(act: Act): Record<string, unknown> | null {
  if (act?.verdict === 'create') return { created: true };
  if (act?.verdict !== 'update' || !act.before) return null;
  const before = act.before as unknown as Record<string, unknown>;
  const names = Object.keys(act.fields ?? {});
  return { version: act.before.version, fields: Object.fromEntries(names.map((name) => [name, before[name]])) };
}

/** In a dry run nothing was made: only ids that exist are worth a link. */
export const idOf = (act: Act, isRun: boolean): string | null =>
  isRun || act?.verdict !== 'create' ? (act?.id ?? null) : null;
