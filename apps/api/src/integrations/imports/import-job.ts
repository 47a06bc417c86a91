import type { Lease } from '../../db/leases.js';
import type { AuditActor } from '../../http/actors.js';
import type { CsvFormat } from './csv-format.js';
import type { ImportKind } from './import-fields.js';

/** An import that a worker holds. */
export interface ImportJob extends Lease {
  kind: ImportKind;
  state: 'checking' | 'running' | 'undoing';
  format: CsvFormat;
  mapping: Record<string, string>;
  /** Last line that a run has already done: where it goes on after a crash. */
  rowsDone: number;
  createdById: string | null;
  createdByName: string | null;
}

/** Another process has taken the import over: this one must write nothing more. */
export class LeaseLost extends Error {}

/** In whose name the import writes. */
export const actorOf = (job: ImportJob): AuditActor => ({
  kind: 'system',
  name: job.createdByName ? `Import, ${job.createdByName}` : 'Import',
});
