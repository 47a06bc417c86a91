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
