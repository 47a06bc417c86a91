import { z } from 'zod';

/** close: like closing each of them. purge: the case, what was written and its files are deleted for good; only of reports by label. */
export const CASE_BULK_ACTIONS = ['close', 'purge'] as const;

export const ChangeCases = z
  .strictObject({
    ids: z.array(z.uuid()).min(1).max(200),
    action: z.enum(CASE_BULK_ACTIONS).meta({ id: 'CaseBulkAction' }),
  })
  .meta({ id: 'ChangeCases' });
export type ChangeCases = z.infer<typeof ChangeCases>;

export const CASE_CHANGE_RESULTS = ['closed', 'purged', 'unchanged', 'not_by_label', 'not_found'] as const;

/** What became of each case, in the order asked. */
export const CaseChangeList = z
  .object({ items: z.array(z.object({ id: z.uuid(), result: z.enum(CASE_CHANGE_RESULTS) })) })
  .meta({ id: 'CaseChanges' });
export type CaseChangeList = z.input<typeof CaseChangeList>;
