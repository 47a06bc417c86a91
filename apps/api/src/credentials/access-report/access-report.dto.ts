import { z } from 'zod';
import { CANNOT } from '../../contacts/way-in.js';
import { count } from '../../http/counts.js';
import { isoDate, pageOf, pageQuery, queryFlag, several } from '../../http/schemas.js';

export const ANSWERS = ['can', 'waiting', 'cannot'] as const;
export type AnswerState = (typeof ANSWERS)[number];

/** Why somebody does not get in. `locked`: by every way there is. */
export const REASONS = [...CANNOT, 'locked'] as const;
export type Reason = (typeof REASONS)[number];

/** `link`: only by the invitation that is open. */
export const REPORT_WAYS = ['password', 'pin', 'link'] as const;
export type ReportWay = (typeof REPORT_WAYS)[number];

/** Why a new password would not reach somebody who gets in. `bounced`: mail to the address came back. */
export const RESET_FAULTS = ['no_password', 'no_address', 'email_differs', 'not_allowed', 'bounced'] as const;
export type ResetFault = (typeof RESET_FAULTS)[number];

const filter = {
  customerId: z.uuid().optional(),
  state: z.enum(ANSWERS).optional(),
  reason: z.enum(REASONS).optional(),
  /** Only where nobody switched the access off: customer, contact and login active, and a portal user. */
  open: queryFlag.optional(),
  way: z.enum(REPORT_WAYS).optional(),
  /** They get in, and never did. */
  neverUsed: queryFlag.optional(),
  /** Last signed in before this moment; whoever was away longest comes first. */
  lastUsedBefore: z.iso.datetime().optional(),
  resetFault: several(z.enum(RESET_FAULTS)).optional(),
};

export const AccessReportFilter = z.strictObject(filter);
export type AccessReportFilter = z.infer<typeof AccessReportFilter>;

/** The filter of the report, as the content of a request. */
export const AccessReportChoice = AccessReportFilter.extend({
  open: z.boolean().optional(),
  neverUsed: z.boolean().optional(),
  resetFault: z.array(z.enum(RESET_FAULTS)).min(1).max(RESET_FAULTS.length).optional(),
}).meta({ id: 'AccessReportChoice' });

export const AccessReportQuery = z.strictObject({ ...pageQuery, ...filter });
export type AccessReportQuery = z.infer<typeof AccessReportQuery>;

/** One contact, as their access check would answer now. */
export const AccessReportRow = z
  .object({
    contactId: z.uuid(),
    name: z.string().nullable(),
    customerId: z.uuid(),
    customerName: z.string(),
    state: z.enum(ANSWERS),
    /** The first thing that keeps the person out; null for whoever gets in or is invited. */
    reason: z.enum(REASONS).nullable(),
    ways: z.array(z.enum(REPORT_WAYS)),
    lastSignInAt: isoDate.nullable(),
    lastSignInMethod: z.enum(['password', 'pin', 'link']).nullable(),
    /** Why a new password would not reach the person, apart from settings that hold for everybody; null where one would, or nobody gets in. */
    resetFault: z.enum(RESET_FAULTS).nullable(),
  })
  .meta({ id: 'AccessReportRow' });
export type AccessReportRow = z.input<typeof AccessReportRow>;

export const AccessReportPage = pageOf(AccessReportRow, 'AccessReportPage');

export const AccessReportCountsQuery = z.strictObject({ customerId: z.uuid().optional() });
export type AccessReportCountsQuery = z.infer<typeof AccessReportCountsQuery>;

export const AccessReportCounts = z
  .object({
    can: count,
    waiting: count,
    cannot: count,
    neverUsed: count,
    byReason: z.array(z.object({ reason: z.enum(REASONS), ...count.shape })),
    byWay: z.array(z.object({ way: z.enum(REPORT_WAYS), ...count.shape })),
    byResetFault: z.array(z.object({ resetFault: z.enum(RESET_FAULTS), ...count.shape })),
    /** Whether people may ask for a new password at all. */
    resetsEnabled: z.boolean(),
  })
  .meta({ id: 'AccessReportCounts' });
export type AccessReportCounts = z.input<typeof AccessReportCounts>;
