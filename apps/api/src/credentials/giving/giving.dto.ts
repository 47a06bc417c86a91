import { z } from 'zod';
import { SmsEstimate } from '../../notifications/sms/sms-estimate.js';

/** Ways in, in the order in which `auto` tries them. */
export const ACCESS_WAYS = ['email', 'sms', 'pin'] as const;
export type AccessWay = (typeof ACCESS_WAYS)[number];

/** `auto` takes the first way that is possible; another names the only one to be taken. `again`: also where an invitation is open, which then stops working. `plan`: only says what would happen. */
export const GiveAccess = z
  .strictObject({
    strategy: z.enum(['auto', ...ACCESS_WAYS]).default('auto'),
    again: z.boolean().default(false),
    plan: z.boolean().default(false),
  })
  .meta({ id: 'GiveAccess' });
export type GiveAccess = z.infer<typeof GiveAccess>;

export const ACCESS_OUTCOMES = ['send', 'issue_pin', 'nothing', 'impossible'] as const;

/** Why it comes to that, or why a way cannot be taken. */
export const ACCESS_REASONS = [
  'best_way',
  'next_way',
  'already_active',
  'already_invited',
  'already_asked',
  'declined',
  'customer_inactive',
  'contact_inactive',
  'not_portal_user',
  'no_way_left',
  'no_email',
  'bounced_before',
  'same_person',
  'login_email_differs',
  'recently_sent',
  'daily_limit',
  'hourly_limit',
  'no_phone',
  'no_mobile',
  'phone_shared',
  'phone_unverified',
  'sms_off',
  'country_not_listed',
  'has_pin',
  'has_login',
  'not_allowed',
  'not_chosen',
] as const;
export const AccessReason = z.enum(ACCESS_REASONS).meta({ id: 'AccessReason' });
export type AccessReason = z.infer<typeof AccessReason>;

/** Before it is sent: a secret in it stands as dots. */
export const SmsPreview = SmsEstimate.extend({ text: z.string() }).meta({ id: 'SmsPreview' });
export type SmsPreview = z.input<typeof SmsPreview>;

export const AccessPlanDto = z
  .object({
    contactId: z.uuid(),
    outcome: z.enum(ACCESS_OUTCOMES),
    reason: AccessReason,
    way: z.enum(ACCESS_WAYS).nullable(),
    /** `joining`: the person signs in already and is asked to accept this company. `added`: is told of it. No secret, no link that does anything is in these two. */
    message: z.enum(['invitation', 'added', 'joining']).nullable(),
    to: z.string().nullable(),
    /** What the SMS says, its link as dots, and how it is paid for; null where none is sent. */
    sms: SmsPreview.nullable(),
    /** Every way with what stands against it; null: nothing. */
    ways: z.array(z.object({ way: z.enum(ACCESS_WAYS), to: z.string().nullable(), obstacle: AccessReason.nullable() })),
    /** It can be shown, copied or printed instead, by who asks: nobody gets in with this login yet. */
    mayHandOver: z.boolean(),
    /** It was done, not only planned. */
    isDone: z.boolean(),
    notificationId: z.uuid().nullable(),
  })
  .meta({ id: 'AccessPlan' });
export type AccessPlanDto = z.input<typeof AccessPlanDto>;
