/** Somebody gets in: by what, and whether it was ever used. */
export const CAN_BY = {
  password: ['password'],
  password_unused: ['password'],
  pin: ['pin'],
  pin_unused: ['pin'],
  both: ['password', 'pin'],
  both_unused: ['password', 'pin'],
} as const;

/** Why somebody does not get in; the names of the causes of the access check. A lock is laid over the others when it is read. */
export const CANNOT = [
  'customer_inactive',
  'contact_inactive',
  'not_portal_user',
  'not_accepted',
  'declined',
  'login_disabled',
  'no_login_id',
  'never_invited',
  'invitation_used',
  'invitation_expired',
  'invitation_revoked',
  'invitation_undelivered',
  'password_without_email',
  'pin_without_phone',
] as const;

/** `waiting`: an invitation is open. */
export const WAYS_IN = [
  'password',
  'password_unused',
  'pin',
  'pin_unused',
  'both',
  'both_unused',
  'waiting',
  ...CANNOT,
] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** Whether a new password would reach somebody who gets in: why not, or `ready`. `none`: who does not get in is not asked about. */
export const RESET_READY = ['none', 'ready', 'no_password', 'no_address', 'email_differs', 'not_allowed'] as const;
export type ResetReady = (typeof RESET_READY)[number];

export const listed = (values: readonly string[]): string => values.map((one) => `'${one}'`).join(', ');
