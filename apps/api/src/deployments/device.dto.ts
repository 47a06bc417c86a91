import { z } from 'zod';
import { clearable, isoDate, pageOf, pageQuery, SearchText, text } from '../http/schemas.js';

export const DEVICE_STATUSES = ['active', 'retired'] as const;
/** none: no label in use; never_scanned: one that nobody scanned yet; live: one that was scanned. */
export const LABEL_STATES = ['none', 'never_scanned', 'live'] as const;
export const DEVICE_ACTIONS = ['edit', 'move', 'retire', 'activate', 'delete', 'print_label', 'report_case'] as const;
export const DeviceAction = z.enum(DEVICE_ACTIONS).meta({ id: 'DeviceAction' });

/** Of one device. */
export const MOST_TAGS = 20;

export const Tag = text(50);

/** Each tag once, in the order given. */
export const Tags = z
  .array(Tag)
  .max(MOST_TAGS)
  .transform((tags) => [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()]);

const fields = {
  model: clearable(200),
  serial: clearable(200),
  externalId: clearable(200),
  /** Where it stands, such as "Hall 3, gate 2". */
  position: clearable(200),
  tags: Tags.optional(),
  notes: clearable(5_000),
};

export const CreateDevice = z
  .strictObject({ ...fields, deploymentId: z.uuid(), name: text(200) })
  .meta({ id: 'CreateDevice' });
export type CreateDevice = z.infer<typeof CreateDevice>;

/** Absent means leave alone, null means clear. */
export const ChangeDevice = z.strictObject({ ...fields, name: text(200).optional() }).meta({ id: 'ChangeDevice' });
export type ChangeDevice = z.infer<typeof ChangeDevice>;

export const MoveDevice = z.strictObject({ deploymentId: z.uuid() }).meta({ id: 'MoveDevice' });
export type MoveDevice = z.infer<typeof MoveDevice>;

const place = z.object({ id: z.uuid(), name: z.string() });

const row = {
  id: z.uuid(),
  name: z.string(),
  model: z.string().nullable(),
  serial: z.string().nullable(),
  externalId: z.string().nullable(),
  position: z.string().nullable(),
  tags: z.array(z.string()),
  status: z.enum(DEVICE_STATUSES),
  deployment: place,
  customer: place,
  label: z.enum(LABEL_STATES),
  lastScanAt: isoDate.nullable(),
  /** Stops at 100. */
  openCases: z.int(),
  createdAt: isoDate,
  allowedActions: z.array(DeviceAction),
};

export const DeviceRow = z.object(row).meta({ id: 'DeviceRow' });
export type DeviceRow = z.input<typeof DeviceRow>;

export const DevicePage = pageOf(DeviceRow, 'DevicePage');

export const DeviceDto = z
  .object({
    ...row,
    notes: z.string().nullable(),
    /** Its label in use. */
    activeLabel: z
      .object({
        id: z.uuid(),
        printedAt: isoDate.nullable(),
        firstScanAt: isoDate.nullable(),
        scans: z.int(),
      })
      .nullable(),
    /** The photo that visitors see. */
    photoFileId: z.uuid().nullable(),
    updatedAt: isoDate,
    version: z.int(),
  })
  .meta({ id: 'Device' });
export type DeviceDto = z.input<typeof DeviceDto>;

export const DEVICE_SORTS = ['name', 'newest'] as const;

export const DeviceQuery = z.strictObject({
  ...pageQuery,
  /** Words of the name, model, serial number, external id or position. A search answers at most 200. */
  q: SearchText.optional(),
  deploymentId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  model: z.string().trim().min(1).max(200).optional(),
  tag: Tag.optional(),
  status: z.enum(DEVICE_STATUSES).optional(),
  /** Across all customers, never_scanned is ordered by the newest label and live by the latest scan, whatever `sort` says. */
  label: z.enum(LABEL_STATES).optional(),
  sort: z.enum(DEVICE_SORTS).default('name'),
});
export type DeviceQuery = z.infer<typeof DeviceQuery>;

/** What is the same for all of the chosen devices afterwards. Absent means leave alone, null means clear. */
export const ChangeDevices = z
  .strictObject({
    ids: z.array(z.uuid()).min(1).max(1_000),
    set: z
      .strictObject({
        model: clearable(200),
        position: clearable(200),
        addTags: Tags.optional(),
        removeTags: Tags.optional(),
        status: z.enum(DEVICE_STATUSES).optional(),
        deploymentId: z.uuid().optional(),
      })
      .refine((set) => Object.values(set).some((value) => value !== undefined), { message: 'Nothing to change' }),
  })
  .meta({ id: 'ChangeDevices' });
export type ChangeDevices = z.infer<typeof ChangeDevices>;

export const DEVICE_CHANGE_RESULTS = ['changed', 'unchanged', 'too_many_tags', 'not_found'] as const;

/** What became of each device, in the order asked. */
export const DeviceChanges = z
  .object({ items: z.array(z.object({ id: z.uuid(), result: z.enum(DEVICE_CHANGE_RESULTS) })) })
  .meta({ id: 'DeviceChanges' });
export type DeviceChanges = z.input<typeof DeviceChanges>;

export const DeviceModelQuery = z.strictObject({ q: SearchText.optional() });
export type DeviceModelQuery = z.infer<typeof DeviceModelQuery>;

/** Names of models in use, at most 20. */
export const DeviceModels = z.object({ items: z.array(z.string()) }).meta({ id: 'DeviceModels' });
export type DeviceModels = z.input<typeof DeviceModels>;
