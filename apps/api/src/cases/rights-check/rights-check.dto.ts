import { z } from 'zod';

/** Either whether the contact sees this case in the portal, or whether they can report at this device. */
export const RightsCheckQuery = z
  .strictObject({ caseId: z.uuid().optional(), deviceId: z.uuid().optional() })
  .refine(({ caseId, deviceId }) => (caseId === undefined) !== (deviceId === undefined), {
    message: 'Either caseId or deviceId',
    path: ['caseId'],
  });
export type RightsCheckQuery = z.infer<typeof RightsCheckQuery>;

export const RIGHTS_CHECK_REASONS = [
  // Sees it: their own, one they follow, or any of the company.
  'own',
  'follower',
  'company',
  // Does not see it.
  'other_customer',
  'inactive',
  'not_portal_user',
  'no_login',
  'profile',
  'contact',
  'portal',
  'not_own',
  // Reports there, by the label and the PIN.
  'by_label',
  // Nobody reports there.
  'customer_inactive',
  'deployment_inactive',
  'device_retired',
  'portal_off',
  'no_label',
] as const;
export type RightsCheckReason = (typeof RIGHTS_CHECK_REASONS)[number];

export const RightsCheck = z
  .object({
    allowed: z.boolean(),
    /** What decides. profile, contact, portal: where the right to see cases is missing. */
    reason: z.enum(RIGHTS_CHECK_REASONS),
    /** Whose case or device it is. */
    customer: z.object({ id: z.uuid(), name: z.string() }),
    /** other_customer: the contact that the same person is there. */
    otherContactId: z.uuid().nullable(),
  })
  .meta({ id: 'RightsCheck' });
export type RightsCheck = z.input<typeof RightsCheck>;
