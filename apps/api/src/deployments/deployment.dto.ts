import { z } from 'zod';
import { clearable, isoDate, pageOf, pageQuery, SearchText, text } from '../http/schemas.js';
import { NotifyEmails, TimeZone } from './deployment-input.js';

export const DEPLOYMENT_STATUSES = ['active', 'inactive'] as const;
export const DEPLOYMENT_ACTIONS = [
  'edit',
  'deactivate',
  'reactivate',
  'delete',
  'add_device',
  'configure_portal',
  'reveal_pin',
  'print_labels',
  'report_case',
] as const;
export const DeploymentAction = z.enum(DEPLOYMENT_ACTIONS).meta({ id: 'DeploymentAction' });

const fields = {
  externalId: clearable(200),
  street: clearable(200),
  postalCode: clearable(20),
  city: clearable(100),
  country: z
    .string()
    .trim()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .optional(),
  /** Gets the cases that come by label. */
  defaultAssigneeId: z.uuid().nullable().optional(),
  /** Told of every case that comes by label. */
  notifyEmails: NotifyEmails.optional(),
  notes: clearable(5_000),
};

export const CreateDeployment = z
  .strictObject({ ...fields, customerId: z.uuid(), name: text(200), timeZone: TimeZone })
  .meta({ id: 'CreateDeployment' });
export type CreateDeployment = z.infer<typeof CreateDeployment>;

/** Absent means leave alone, null means clear. A deployment stays with its customer; devices can move. */
export const ChangeDeployment = z
  .strictObject({ ...fields, name: text(200).optional(), timeZone: TimeZone.optional() })
  .meta({ id: 'ChangeDeployment' });
export type ChangeDeployment = z.infer<typeof ChangeDeployment>;

const customer = z.object({ id: z.uuid(), name: z.string() });

/** A row of the list. Devices are counted up to 1,000, open cases up to 100. */
export const DeploymentRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    customer,
    externalId: z.string().nullable(),
    city: z.string().nullable(),
    status: z.enum(DEPLOYMENT_STATUSES),
    isPortalEnabled: z.boolean(),
    /** Since when there is the PIN of a portal that is on, once it is older than the company advises. */
    pinDueSince: isoDate.nullable(),
    devices: z.int(),
    openCases: z.int(),
    createdAt: isoDate,
    allowedActions: z.array(DeploymentAction),
  })
  .meta({ id: 'DeploymentRow' });
export type DeploymentRow = z.input<typeof DeploymentRow>;

export const DeploymentPage = pageOf(DeploymentRow, 'DeploymentPage');

/** Devices are counted up to 10,000, open cases up to 100. */
export const DeploymentDto = z
  .object({
    id: z.uuid(),
    name: z.string(),
    customer,
    externalId: z.string().nullable(),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    timeZone: z.string(),
    defaultAssignee: z.object({ id: z.uuid(), name: z.string(), isActive: z.boolean() }).nullable(),
    notifyEmails: z.array(z.string()),
    notes: z.string().nullable(),
    status: z.enum(DEPLOYMENT_STATUSES),
    portal: z.object({ isEnabled: z.boolean(), hasPin: z.boolean() }),
    devices: z.int(),
    openCases: z.int(),
    createdAt: isoDate,
    updatedAt: isoDate,
    version: z.int(),
    allowedActions: z.array(DeploymentAction),
  })
  .meta({ id: 'Deployment' });
export type DeploymentDto = z.input<typeof DeploymentDto>;

export const DEPLOYMENT_SORTS = ['name', 'newest'] as const;

export const DeploymentQuery = z.strictObject({
  ...pageQuery,
  /** Words of the name, address, external id or customer. A search answers at most 200. */
  q: SearchText.optional(),
  customerId: z.uuid().optional(),
  status: z.enum(DEPLOYMENT_STATUSES).optional(),
  /** pin_due: on, and its PIN is older than the company advises. */
  portal: z.enum(['on', 'off', 'pin_due']).optional(),
  sort: z.enum(DEPLOYMENT_SORTS).default('name'),
});
export type DeploymentQuery = z.infer<typeof DeploymentQuery>;

export const CHECKLIST_KEYS = ['device', 'portal_pin', 'options', 'labels', 'printed', 'scanned'] as const;

/** The steps of setting up a deployment, in the order in which they are done (S1.14). */
export const DeploymentChecklist = z
  .object({
    items: z.array(
      z.object({
        key: z.enum(CHECKLIST_KEYS),
        done: z.boolean(),
        /** How many of `total` are done already; null where there is nothing to count. */
        count: z.int().nullable(),
        total: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'DeploymentChecklist' });
export type DeploymentChecklist = z.input<typeof DeploymentChecklist>;

/** Scans of the labels and cases opened, for each of the last 26 weeks, oldest first. `week` is its Monday. */
export const DeploymentTraffic = z
  .object({ weeks: z.array(z.object({ week: z.string(), scans: z.int(), cases: z.int() })) })
  .meta({ id: 'DeploymentTraffic' });
export type DeploymentTraffic = z.input<typeof DeploymentTraffic>;
