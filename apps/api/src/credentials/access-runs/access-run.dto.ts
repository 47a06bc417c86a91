import { z } from 'zod';
import { ContactFilter } from '../../contacts/contact.dto.js';
import { isoDate, pageOf, pageQuery } from '../../http/schemas.js';
import { NotificationState } from '../../notifications/notification.dto.js';
import { AccessReportChoice } from '../access-report/access-report.dto.js';
import { ACCESS_REASONS, ACCESS_WAYS, GiveAccess } from '../giving/giving.dto.js';
import { ROTATION_REASONS } from '../pins/rotation/pin-rotations.js';
import { ROTATED_PIN_STATES } from '../pins/rotation/rotation-sql.js';
import { SEND_WARNINGS } from '../sends/sends.dto.js';

/** As many as fit into one request; more come by a filter or a file. */
const MOST_IDS = 5_000;

export const ACCESS_RUN_STATES = ['planning', 'planned', 'running', 'done', 'stopped'] as const;
export const ACCESS_RUN_ENDINGS = ['by_staff', 'starter_gone', 'interrupted'] as const;

/** `not_sent`: the run was stopped before its turn. */
export const ACCESS_RUN_ROW_STATES = ['waiting', 'given', 'skipped', 'failed', 'not_sent'] as const;
export type AccessRunRowState = (typeof ACCESS_RUN_ROW_STATES)[number];

/**
 * The way, or why there is none. `added`: signs in already and is told of this company; `joining`: is asked to accept it. Of a file: `unreadable`, `not_found`,
 * `ambiguous` (several contacts fit), `duplicate` (named before). `gone`: deleted since. `same_login`: the new PIN goes out by another row of that login.
 */
export const ACCESS_RUN_VERDICTS = [
  ...new Set([
    ...ACCESS_WAYS,
    'added',
    'joining',
    ...ACCESS_REASONS,
    ...SEND_WARNINGS,
    ...ROTATION_REASONS,
    'unreadable',
    'ambiguous',
    'duplicate',
    'same_login',
    'gone',
    'error',
  ] as const),
] as const;
export const AccessRunVerdict = z.enum(ACCESS_RUN_VERDICTS).meta({ id: 'AccessRunVerdict' });
export type AccessRunVerdict = z.infer<typeof AccessRunVerdict>;

export const Strategy = GiveAccess.shape.strategy;

export const ACCESS_RUN_KINDS = ['access', 'pins'] as const;
export type AccessRunKind = (typeof ACCESS_RUN_KINDS)[number];

const RotatedPin = z.enum(ROTATED_PIN_STATES).meta({
  id: 'RotatedPin',
  description:
    'What becomes of a new PIN. on_way: its message waits. unused: it arrived, the older one works. undelivered: its message did not arrive, and the older one stays in force. used. ended: not used yet, the older one works no longer. replaced: by another one since.',
});

/** Whom to give access, or a new PIN (`pins`), to: chosen contacts, or all that fit a filter of the contact list or of the access report. */
export const PlanAccessRun = z
  .strictObject({
    contactIds: z.array(z.uuid()).min(1).max(MOST_IDS).optional(),
    filter: ContactFilter.optional(),
    report: AccessReportChoice.optional(),
    strategy: Strategy,
    kind: z.enum(ACCESS_RUN_KINDS).default('access'),
    /** So many days after the start the PINs of before end, where the new one arrived. */
    graceDays: z.int().min(1).max(60).default(14),
  })
  .refine(({ contactIds, filter, report }) => [contactIds, filter, report].filter(Boolean).length === 1, {
    message: 'Either contactIds, filter or report',
    path: ['contactIds'],
  })
  .meta({ id: 'PlanAccessRun' });
export type PlanAccessRun = z.infer<typeof PlanAccessRun>;

export const AccessRunDto = z
  .object({
    id: z.uuid(),
    kind: z.enum(ACCESS_RUN_KINDS),
    source: z.enum(['contacts', 'filter', 'report', 'file']),
    fileName: z.string().nullable(),
    strategy: z.string(),
    /** Contacts a minute. */
    perMinute: z.int(),
    state: z.enum(ACCESS_RUN_STATES),
    /** Why it was stopped. */
    ending: z.enum(ACCESS_RUN_ENDINGS).nullable(),
    /** Contacts by what becomes, or became, of them; those not looked at yet are left out. */
    counts: z.array(
      z.object({ state: z.enum(ACCESS_RUN_ROW_STATES), verdict: AccessRunVerdict.nullable(), count: z.int() }),
    ),
    /** Planning: contacts that were not looked at yet. */
    unplanned: z.int(),
    createdByName: z.string().nullable(),
    startedByName: z.string().nullable(),
    createdAt: isoDate,
    startedAt: isoDate.nullable(),
    finishedAt: isoDate.nullable(),
    /** Of new PINs. */
    pins: z
      .object({
        graceDays: z.int(),
        /** When the PINs of before end; null before the start. */
        oldEndsAt: isoDate.nullable(),
        /** New PINs by what became of them; null in lists. */
        counts: z.array(z.object({ pin: RotatedPin, count: z.int() })).nullable(),
      })
      .nullable(),
    allowedActions: z.array(z.enum(['start', 'stop', 'remind', 'finish'])),
  })
  .meta({ id: 'AccessRun' });
export type AccessRunDto = z.input<typeof AccessRunDto>;

export const AccessRunPage = pageOf(AccessRunDto, 'AccessRunPage');

export const AccessRunRowDto = z
  .object({
    position: z.int(),
    /** Of the file. */
    line: z.int().nullable(),
    entry: z.string().nullable(),
    contact: z
      .object({ id: z.uuid(), name: z.string().nullable(), customerId: z.uuid(), customerName: z.string() })
      .nullable(),
    state: z.enum(ACCESS_RUN_ROW_STATES),
    verdict: AccessRunVerdict.nullable(),
    /** Where the message went; before that, where it would go now. */
    to: z.string().nullable(),
    at: isoDate.nullable(),
    /** What became of the message. */
    delivery: NotificationState.nullable(),
    /** Of the new PIN; null in a run that gives access. */
    pin: RotatedPin.nullable(),
  })
  .meta({ id: 'AccessRunRow' });
export type AccessRunRowDto = z.input<typeof AccessRunRowDto>;

export const AccessRunRowPage = pageOf(AccessRunRowDto, 'AccessRunRowPage');

export const AccessRunRowQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(ACCESS_RUN_ROW_STATES).optional(),
  verdict: AccessRunVerdict.optional(),
  pin: RotatedPin.optional(),
});
export type AccessRunRowQuery = z.infer<typeof AccessRunRowQuery>;
