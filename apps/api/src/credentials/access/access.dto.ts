import { z } from 'zod';
import { INVITATION_STATES } from '../../contacts/contact.dto.js';
import { isoDate, text } from '../../http/schemas.js';
import { INVITATION_WAYS } from '../identity.entity.js';
import { NotificationState } from '../../notifications/notification.dto.js';

export const AccessState = z.enum(['none', 'invited', 'active', 'suspended', 'locked']);

const by = z.enum(['staff', 'contact', 'system']);

/** One PIN: never its digits. `readable`: staff may reveal it. `issued`: not used yet, not readable any more. */
export const PinFacts = z
  .object({
    state: z.enum(['readable', 'issued', 'in_use']),
    length: z.int(),
    setBy: by,
    setByName: z.string().nullable(),
    setAt: isoDate,
    readableUntil: isoDate.nullable(),
    firstUsedAt: isoDate.nullable(),
    /**
     * Of a new PIN that a run gave: `grace` until the older one ends, then `ended`; `held`: the message did not arrive, so the older one
     * does not end. `endsAt` null: it ends with the first use of this one.
     */
    rotation: z
      .object({ runId: z.uuid(), state: z.enum(['grace', 'held', 'ended']), endsAt: isoDate.nullable() })
      .nullable(),
  })
  .meta({ id: 'PinFacts' });

export const PasswordFacts = z
  .object({ setBy: by, setByName: z.string().nullable(), setAt: isoDate, mustChange: z.boolean() })
  .meta({ id: 'PasswordFacts' });

export const InvitationDto = z
  .object({
    id: z.uuid(),
    contactId: z.uuid(),
    customerName: z.string(),
    /** `invited` and `opened` still work. */
    state: z.enum(INVITATION_STATES).exclude(['none']),
    way: z.enum(INVITATION_WAYS),
    sentTo: z.string().nullable(),
    createdByName: z.string().nullable(),
    createdAt: isoDate,
    expiresAt: isoDate,
    openedAt: isoDate.nullable(),
    usedAt: isoDate.nullable(),
    revokedAt: isoDate.nullable(),
    /** When the next one for this contact was made, if that is what ended this one: nobody revoked it. */
    replacedAt: isoDate.nullable(),
  })
  .meta({ id: 'Invitation' });

export const LockDto = z
  .object({ kind: z.enum(['password', 'pin']), used: z.int(), waitSeconds: z.int(), isPaused: z.boolean() })
  .meta({
    id: 'Lock',
    description: 'isPaused: the cap of consecutive tries is reached; only known devices and staff help',
  });

export const DeliveryDto = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    to: z.string(),
    subject: z.string(),
    state: NotificationState,
    createdByName: z.string().nullable(),
    createdAt: isoDate,
    events: z.array(z.object({ at: z.string(), event: z.string(), detail: z.string().nullable() })),
  })
  .meta({ id: 'Delivery' });

export const ACCESS_WARNINGS = [
  'no_login_id',
  'no_way_in',
  'email_differs',
  'phone_differs',
  'phone_added',
  'phone_left_over',
  'no_phone_login',
  'not_portal_user',
  'contact_inactive',
  'customer_inactive',
  'login_disabled',
  'invitation_expired',
  'last_delivery_failed',
  'pin_due',
] as const;

/** Everything staff may know about one contact's way in; no secret is in it (S3.9). */
export const ContactAccessDto = z
  .object({
    contactId: z.uuid(),
    customerId: z.uuid(),
    identityId: z.uuid().nullable(),
    access: AccessState,
    invitation: z.enum(INVITATION_STATES),
    /** The owner of this login has to accept the company first, or said that it is not theirs. */
    asked: z.object({ state: z.enum(['waiting', 'declined']), login: z.string() }).nullable(),
    /** Which contact of this login decides whether, and how, a new password may be asked for: one that allows it is enough. */
    ownReset: z
      .object({
        contactId: z.uuid(),
        customerId: z.uuid(),
        customerName: z.string(),
        allows: z.boolean(),
        mode: z.enum(['link', 'temporary']).nullable(),
      })
      .nullable(),
    loginIds: z.array(z.object({ kind: z.enum(['email', 'phone']), value: z.string() })),
    pin: z.object({ active: PinFacts.nullable(), pending: PinFacts.nullable() }),
    password: PasswordFacts.nullable(),
    lastSignIn: z.object({ at: isoDate, method: z.enum(['password', 'pin', 'link']).nullable() }).nullable(),
    invitations: z.array(InvitationDto),
    locks: z.array(LockDto),
    sessions: z.object({ count: z.int(), lastSeenAt: isoDate.nullable() }),
    companies: z.array(
      z.object({
        contactId: z.uuid(),
        customerId: z.uuid(),
        name: z.string(),
        number: z.string(),
        isOpen: z.boolean(),
      }),
    ),
    deliveries: z.array(DeliveryDto),
    warnings: z.array(z.enum(ACCESS_WARNINGS)),
  })
  .meta({ id: 'ContactAccess' });
export type ContactAccessDto = z.input<typeof ContactAccessDto>;

/** Why the wait is ended early; kept in the audit record. */
export const LiftLock = z.strictObject({ reason: text(200) }).meta({ id: 'LiftLock' });
export type LiftLock = z.infer<typeof LiftLock>;

export const RevokedInvitations = z.object({ revoked: z.int() }).meta({ id: 'RevokedInvitations' });
