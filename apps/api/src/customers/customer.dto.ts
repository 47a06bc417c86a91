import { z } from 'zod';
import { clearable, isoDate, languageTag, pageOf, pageQuery, SearchText, text } from '../http/schemas.js';
import { clearableEmail } from '../text/email.js';
import { PortalAddress } from '../settings/portal-addresses.dto.js';
import { PhoneDto, PhoneInputs } from './phone-input.js';

export const CUSTOMER_STATUSES = ['active', 'inactive'] as const;
export const CUSTOMER_ACTIONS = [
  'edit',
  'deactivate',
  'reactivate',
  'delete',
  'add_contact',
  'send_credentials',
] as const;

const countryCode = z
  .string()
  .trim()
  .regex(/^[A-Z]{2}$/)
  .nullable()
  .optional();

const fields = {
  language: languageTag.nullable().optional(),
  email: clearableEmail,
  phones: PhoneInputs,
  street: clearable(200),
  postalCode: clearable(20),
  city: clearable(100),
  country: countryCode,
  externalId: clearable(200),
  notes: clearable(5_000),
  /** A new customer without one gets the default profile. */
  rightsProfileId: z.uuid().optional(),
  /** So many people its contacts may invite at a time; null: as the settings say. */
  colleagueCap: z.int().min(0).max(1_000).nullable().optional(),
  /** A further portal address of the settings: links for its people lead there (S4.2); null: the usual one. */
  portalAddressId: z.uuid().nullable().optional(),
};

export const CreateCustomer = z
  .strictObject({
    ...fields,
    name: text(200),
    /** Taken from a sequence when absent. */
    number: text(50).optional(),
  })
  .meta({ id: 'CreateCustomer' });
export type CreateCustomer = z.infer<typeof CreateCustomer>;

/** Absent means leave alone, null means clear. */
export const ChangeCustomer = z
  .strictObject({ ...fields, name: text(200).optional(), number: text(50).optional() })
  .meta({ id: 'ChangeCustomer' });
export type ChangeCustomer = z.infer<typeof ChangeCustomer>;

/** A row of the list. Counts stop at 100. */
export const CustomerRow = z
  .object({
    id: z.uuid(),
    number: z.string(),
    name: z.string(),
    city: z.string().nullable(),
    status: z.enum(CUSTOMER_STATUSES),
    contacts: z.int(),
    openCases: z.int(),
    createdAt: isoDate,
  })
  .meta({ id: 'CustomerRow' });
export type CustomerRow = z.input<typeof CustomerRow>;

export const CustomerPage = pageOf(CustomerRow, 'CustomerPage');

export const CustomerDto = z
  .object({
    id: z.uuid(),
    number: z.string(),
    name: z.string(),
    language: z.string().nullable(),
    email: z.string().nullable(),
    phones: z.array(PhoneDto),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    externalId: z.string().nullable(),
    notes: z.string().nullable(),
    status: z.enum(CUSTOMER_STATUSES),
    rightsProfile: z.object({ id: z.uuid(), name: z.string() }),
    colleagueCap: z.int().nullable(),
    portalAddress: PortalAddress.nullable(),
    /** How many of its contacts have which portal access; of the first 1,000. */
    access: z.object({ none: z.int(), invited: z.int(), active: z.int(), suspended: z.int() }),
    openCases: z.int(),
    createdAt: isoDate,
    updatedAt: isoDate,
    version: z.int(),
    allowedActions: z.array(z.enum(CUSTOMER_ACTIONS)),
  })
  .meta({ id: 'Customer' });
export type CustomerDto = z.input<typeof CustomerDto>;

export const CUSTOMER_SORTS = ['name', 'number', 'newest'] as const;

export const CustomerQuery = z.strictObject({
  ...pageQuery,
  /** Name, number, e-mail or phone in any spelling, the last digits of a phone too. A search answers at most 200. */
  q: SearchText.optional(),
  status: z.enum(CUSTOMER_STATUSES).optional(),
  sort: z.enum(CUSTOMER_SORTS).default('name'),
});
export type CustomerQuery = z.infer<typeof CustomerQuery>;

/** A login that a deletion touches. */
export const LoginFate = z
  .object({
    contactId: z.uuid(),
    name: z.string().nullable(),
    loginIds: z.array(z.string()),
    hasSecret: z.boolean(),
    /** Other companies because of which the login stays. Empty: it ends with its secrets. */
    alsoAt: z.array(z.object({ customerId: z.uuid(), customerName: z.string() })),
  })
  .meta({ id: 'LoginFate' });
export type LoginFate = z.input<typeof LoginFate>;

/** What deleting a customer would do. Lists stop at 100. */
export const CustomerDeletion = z
  .object({
    contacts: z.int(),
    /** With cases it cannot be deleted; deactivate it instead. Stops at 100. */
    cases: z.int(),
    /** With deployments it cannot be deleted either. Stops at 100. */
    deployments: z.int(),
    loginsThatEnd: z.array(LoginFate),
    loginsThatStay: z.array(LoginFate),
    canDelete: z.boolean(),
  })
  .meta({ id: 'CustomerDeletion' });
