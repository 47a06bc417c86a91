import { z } from 'zod';
import { CUSTOMER_STATUSES, LoginFate } from '../customers/customer.dto.js';
import { PhoneDto, PhoneInputs } from '../customers/phone-input.js';
import { clearable, isoDate, languageTag, pageOf, pageQuery, queryFlag, SearchText } from '../http/schemas.js';
import { NotificationState } from '../notifications/notification.dto.js';
import { clearableEmail } from '../text/email.js';

export const PORTAL_ACCESS = ['none', 'invited', 'active', 'suspended', 'locked'] as const;
/** Of the newest invitation. `opened`: somebody pressed Continue on its page; `bounced`: its message did not arrive (S4.11). */
export const INVITATION_STATES = ['none', 'invited', 'opened', 'accepted', 'expired', 'revoked', 'bounced'] as const;
export const PIN_STATES = ['none', 'readable', 'in_use', 'set_by_contact'] as const;
export const REACH = ['email', 'sms', 'phone'] as const;
export const CONTACT_ACTIONS = [
  'edit',
  'send_credentials',
  'issue_pin',
  'set_password',
  'reveal_pin',
  'lift_lock',
  'view_as',
  'deactivate',
  'reactivate',
  'merge',
  'move',
  'delete',
  'erase',
  'export_person',
] as const;
export type ContactAction = (typeof CONTACT_ACTIONS)[number];

const fields = {
  firstName: clearable(100),
  lastName: clearable(100),
  email: clearableEmail,
  phones: PhoneInputs,
  language: languageTag.nullable().optional(),
  externalId: clearable(200),
  isPortalUser: z.boolean().optional(),
  /** May ask for a new password (S2.7). */
  mayResetPassword: z.boolean().optional(),
  /** What a new password on request is: a link to choose one, or a temporary one; null: as the settings say (S2.2). */
  resetMode: z.enum(['link', 'temporary']).nullable().optional(),
  /** Whose e-mail-to-SMS gateway reaches the person; null: the one for everybody, if there is one (S2.14). */
  smsCarrierId: z.uuid().nullable().optional(),
  /** false: staff said that this is another person than the one who has a login with the same phone. */
  linkByPhone: z.boolean().default(true),
};

/** At least one of a name, an e-mail or a phone must be there. */
export const CreateContact = z.strictObject({ ...fields, customerId: z.uuid() }).meta({ id: 'CreateContact' });
export type CreateContact = z.infer<typeof CreateContact>;

/** Absent means leave alone, null means clear. Never changes a login or a secret (INV-1). */
export const ChangeContact = z.strictObject(fields).meta({ id: 'ChangeContact' });
export type ChangeContact = z.infer<typeof ChangeContact>;

const nullableDate = isoDate.nullable();

/** `verifiedAt`: since when the person is known to hold it, by a code sent to it (D9). No request sets it (REC-17). */
export const ContactPhoneDto = PhoneDto.extend({ verifiedAt: nullableDate }).meta({ id: 'ContactPhone' });

export const ContactDto = z
  .object({
    id: z.uuid(),
    customer: z.object({ id: z.uuid(), number: z.string(), name: z.string(), status: z.enum(CUSTOMER_STATUSES) }),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    /** "First Last", or the e-mail, or the first phone. */
    name: z.string().nullable(),
    email: z.string().nullable(),
    phones: z.array(ContactPhoneDto),
    language: z.string().nullable(),
    externalId: z.string().nullable(),
    isPortalUser: z.boolean(),
    mayResetPassword: z.boolean(),
    resetMode: z.enum(['link', 'temporary']).nullable(),
    smsCarrierId: z.uuid().nullable(),
    status: z.enum(CUSTOMER_STATUSES),
    access: z.enum(PORTAL_ACCESS),
    accessSince: nullableDate,
    invitation: z.enum(INVITATION_STATES),
    /** Somebody with a login has to accept this customer first, or said that it is not them. */
    asked: z.enum(['waiting', 'declined']).nullable(),
    /** A contact of the same customer invited this one; `contactId` and `name` are null when that contact is gone. */
    invitedBy: z.object({ contactId: z.uuid().nullable(), name: z.string().nullable() }).nullable(),
    invitedAt: nullableDate,
    invitationExpiresAt: nullableDate,
    /** Ways of this person that no try is let through by now; with every one of them access is `locked`. */
    lockedWays: z.array(z.enum(['password', 'pin'])),
    /** Null while locked: until staff lift it or send a new secret. */
    lockedUntil: nullableDate,
    lastSignInAt: nullableDate,
    lastSignInMethod: z.enum(['password', 'pin', 'link']).nullable(),
    hasLogin: z.boolean(),
    /** Of the login; before there is one, what they would become. */
    loginIds: z.array(z.object({ kind: z.enum(['email', 'phone']), value: z.string() })),
    pin: z.enum(PIN_STATES),
    /** A newer PIN waits beside the one in use until it is first used. */
    pinPending: z.boolean(),
    /** Of the PIN in use. */
    pinSetAt: nullableDate,
    /** The PIN in use is older than the company advises (pins.adviceMonths); it goes on working. */
    isPinDue: z.boolean(),
    password: z
      .object({
        setAt: isoDate,
        setBy: z.enum(['staff', 'contact', 'system']),
        setByName: z.string().nullable(),
        mustChange: z.boolean(),
      })
      .nullable(),
    /** The newest message with portal credentials. */
    lastDelivery: z
      .object({
        notificationId: z.uuid(),
        state: NotificationState,
        at: isoDate,
        error: z.string().nullable(),
      })
      .nullable(),
    /** What is known of the e-mail of the contact and that of the login: mail came back for good, or was reported as unwanted. */
    emailTroubles: z.array(
      z.object({
        address: z.string(),
        kind: z.enum(['bounced', 'complained']),
        /** The words of the mail server. */
        detail: z.string(),
        at: isoDate,
        notificationId: z.uuid().nullable(),
      }),
    ),
    /** Numbers of the contact for which the provider reported an SMS as lost. */
    phoneTroubles: z.array(
      z.object({
        phone: z.string(),
        /** The words of the provider. */
        detail: z.string(),
        at: isoDate,
        notificationId: z.uuid().nullable(),
      }),
    ),
    /** Ways to reach the person that are on file. */
    reach: z.array(z.enum(REACH)),
    /** Other companies of the same login. */
    alsoAt: z.array(z.object({ contactId: z.uuid(), customerId: z.uuid(), customerName: z.string() })),
    /** Contacts with the same phone or e-mail that are not this login (S0.12); those at the same customer first. */
    clashes: z.array(
      z.object({
        kind: z.enum(['email', 'phone']),
        value: z.string(),
        contactId: z.uuid(),
        name: z.string().nullable(),
        customerId: z.uuid(),
        customerName: z.string(),
      }),
    ),
    createdAt: isoDate,
    version: z.int(),
    allowedActions: z.array(z.enum(CONTACT_ACTIONS)),
  })
  .meta({ id: 'Contact' });
export type ContactDto = z.input<typeof ContactDto>;

export const ContactPage = pageOf(ContactDto, 'ContactPage');

export const CONTACT_SORTS = ['name', 'newest'] as const;

export const ContactQuery = z.strictObject({
  ...pageQuery,
  customerId: z.uuid().optional(),
  /** Name, e-mail or phone in any spelling, the last digits of a phone too. A search answers at most 200. */
  q: SearchText.optional(),
  access: z.enum(PORTAL_ACCESS).optional(),
  invitation: z.enum(INVITATION_STATES).optional(),
  status: z.enum(CUSTOMER_STATUSES).optional(),
  portalUser: queryFlag.optional(),
  /** due: the PIN in use is older than the company advises. renewing: a newer one waits to be used. */
  pin: z.enum(['due', 'renewing']).optional(),
  sort: z.enum(CONTACT_SORTS).default('name'),
});
export type ContactQuery = z.infer<typeof ContactQuery>;

/** The filter of the contact list, as the content of a request. */
export const ContactFilter = ContactQuery.omit({ limit: true, cursor: true, sort: true })
  .extend({ portalUser: z.boolean().optional() })
  .meta({ id: 'ContactFilter' });
export type ContactFilter = z.infer<typeof ContactFilter>;

export const MoveContact = z.strictObject({ customerId: z.uuid() }).meta({ id: 'MoveContact' });
export type MoveContact = z.infer<typeof MoveContact>;

/** What deleting a contact would do. */
export const ContactDeletion = z
  .object({
    /** Null: there is no login. Without other companies it is deleted with its secrets. */
    login: LoginFate.nullable(),
    /** Their cases stay and keep the reporter's name. Stops at 100. */
    cases: z.int(),
    sessions: z.int(),
  })
  .meta({ id: 'ContactDeletion' });
