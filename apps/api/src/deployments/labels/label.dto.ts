import { z } from 'zod';
import { isoDate, pageOf, pageQuery } from '../../http/schemas.js';

/** active: in use. superseded: replaced, works until graceUntil. revoked: leads nowhere. */
export const LABEL_LIVES = ['active', 'superseded', 'revoked'] as const;
export const LABEL_ACTIONS = ['print', 'replace', 'revoke'] as const;
export const LabelAction = z.enum(LABEL_ACTIONS).meta({ id: 'LabelAction' });

/** How many labels one request makes, marks or names. */
export const MOST_LABELS = 1_000;

const life = {
  id: z.uuid(),
  /** The 12 characters in its address, to tell labels apart; they open nothing. */
  publicId: z.string(),
  state: z.enum(LABEL_LIVES),
  /** Until then a superseded label works. */
  graceUntil: isoDate.nullable(),
  printedAt: isoDate.nullable(),
  firstScanAt: isoDate.nullable(),
  lastScanAt: isoDate.nullable(),
  /** The last scan after it was replaced or revoked: an old label still sticks somewhere. */
  lateScanAt: isoDate.nullable(),
  scans: z.int(),
  createdAt: isoDate,
};

const place = z.object({ id: z.uuid(), name: z.string() });

const row = {
  ...life,
  /** Null once the device was deleted. */
  device: z
    .object({ id: z.uuid(), name: z.string(), position: z.string().nullable(), model: z.string().nullable() })
    .nullable(),
  deployment: place.nullable(),
  customer: place.nullable(),
  allowedActions: z.array(LabelAction),
};

export const LabelRow = z.object(row).meta({ id: 'LabelRow' });
export type LabelRow = z.input<typeof LabelRow>;

export const LabelPage = pageOf(LabelRow, 'LabelPage');

export const LabelDto = z
  .object({
    ...row,
    /** The label that took its place. */
    replacedById: z.uuid().nullable(),
    /** Scans of the last 26 weeks, oldest first. `week` is its Monday. */
    weeks: z.array(z.object({ week: z.string(), scans: z.int() })),
    /** All labels of its device, newest first, at most 50; this one among them. */
    history: z.array(z.object(life)),
  })
  .meta({ id: 'Label' });
export type LabelDto = z.input<typeof LabelDto>;

export const LABEL_LISTS = ['never_scanned', 'scanned_late'] as const;

export const LabelQuery = z.strictObject({
  ...pageQuery,
  deploymentId: z.uuid().optional(),
  deviceId: z.uuid().optional(),
  state: z.enum(LABEL_LIVES).optional(),
  /** never_scanned: in use, but nobody scanned it yet. scanned_late: scanned after it was replaced or revoked, the latest first. */
  list: z.enum(LABEL_LISTS).optional(),
  sort: z.enum(['newest']).default('newest'),
});
export type LabelQuery = z.infer<typeof LabelQuery>;

const ids = z.array(z.uuid()).min(1).max(MOST_LABELS);

export const CreateLabels = z
  .strictObject({
    /** Each gets a label unless it has one. */
    deviceIds: ids.optional(),
    deploymentId: z.uuid().optional(),
    /** With deploymentId: all active devices there without a label, 1,000 at a time. */
    missing: z.literal(true).optional(),
  })
  .refine(({ deviceIds, deploymentId }) => (deviceIds === undefined) !== (deploymentId === undefined), {
    message: 'Either devices or a deployment',
  })
  .refine(({ deploymentId, missing }) => (deploymentId === undefined) === (missing === undefined), {
    message: 'missing goes with deploymentId',
  })
  .meta({ id: 'CreateLabels' });
export type CreateLabels = z.infer<typeof CreateLabels>;

export const LabelsCreated = z
  .object({
    /** How many are new. */
    created: z.int(),
    /** Labels in use of the devices asked for, those they had before included; with `missing` the new ones. */
    items: z.array(z.uuid()),
    /** Devices that got none: retired or not there. */
    skipped: z.array(z.object({ deviceId: z.uuid(), reason: z.enum(['retired', 'not_found']) })),
    /** There are more devices without a label: ask again. */
    hasMore: z.boolean(),
  })
  .meta({ id: 'LabelsCreated' });
export type LabelsCreated = z.input<typeof LabelsCreated>;

export const LabelCode = z
  .object({
    /** What the QR code says. */
    url: z.string(),
    /** To type where there is no camera, without blanks. */
    code: z.string(),
  })
  .meta({ id: 'LabelCode' });
export type LabelCode = z.input<typeof LabelCode>;

export const ReplaceLabel = z
  .strictObject({
    /** So many days the old label still works; the company's setting when absent, 0 ends it at once. */
    graceDays: z.int().min(0).max(365).optional(),
  })
  .meta({ id: 'ReplaceLabel' });
export type ReplaceLabel = z.infer<typeof ReplaceLabel>;

export const MarkLabelsPrinted = z.strictObject({ ids }).meta({ id: 'MarkLabelsPrinted' });
export type MarkLabelsPrinted = z.infer<typeof MarkLabelsPrinted>;

export const LabelsMarked = z.object({ marked: z.int() }).meta({ id: 'LabelsMarked' });
export type LabelsMarked = z.input<typeof LabelsMarked>;
