import { idAtTime } from '../../audit/chain/chain-row.js';
import type { RetentionQuery } from './retention.dto.js';

/*
 * What is too old, as conditions. The numbers have passed a schema that lets whole numbers through and nothing else.
 */
export const oldTexts = ({ messageDays }: RetentionQuery): string =>
  `body <> '' AND created_at < now() - make_interval(days => ${messageDays}) AND state NOT IN ('queued', 'sending')`;

/** Ended cases that nobody with a login reported, or somebody who is gone. */
export const oldReporters = ({ reporterMonths }: RetentionQuery): string =>
  `closed_at < now() - make_interval(months => ${reporterMonths}) AND contact_id IS NULL
   AND num_nonnulls(reporter_name, reporter_email, reporter_phone) > 0`;

export const oldImports = ({ importDays }: RetentionQuery): string =>
  `state IN ('done', 'undone', 'failed') AND coalesce(finished_at, created_at) < now() - make_interval(days => ${importDays})
   AND EXISTS (SELECT 1 FROM import_chunks k WHERE k.import_id = imports.id)`;

/** By the ids, which are made in the order of time: `at` has no index. */
export function oldLines({ auditMonths }: RetentionQuery): string {
  const end = new Date();
  end.setUTCMonth(end.getUTCMonth() - auditMonths);
  return `id < '${idAtTime(end.getTime())}'`;
}
