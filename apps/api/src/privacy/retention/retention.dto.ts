import { z } from 'zod';

const many = z.coerce.number().int();

/** As they would be saved. */
export const RetentionQuery = z.strictObject({
  messageDays: many.min(7).max(3_650),
  reporterMonths: many.min(1).max(120),
  auditMonths: many.min(12).max(120),
  importDays: many.min(1).max(3_650),
});
export type RetentionQuery = z.infer<typeof RetentionQuery>;

/** How long the company keeps what names people, as they may know it. */
export const PortalPrivacy = z
  .object({ messageDays: z.int(), reporterMonths: z.int(), auditMonths: z.int() })
  .meta({ id: 'PortalPrivacy' });

/** What is older than that now and would go within the hour. Each stops at 100,000. */
export const RetentionPreview = z
  .object({ messages: z.int(), reporters: z.int(), auditLines: z.int(), importFiles: z.int() })
  .meta({ id: 'RetentionPreview' });
export type RetentionPreview = z.input<typeof RetentionPreview>;
