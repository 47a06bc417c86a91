import { z } from 'zod';
import { RIGHTS } from '../../http/rights.js';

export const RIGHT_REASONS = ['inactive', 'not_portal_user', 'profile', 'contact', 'portal'] as const;

export const ContactRights = z
  .object({
    profile: z.object({ id: z.uuid(), name: z.string() }),
    items: z.array(
      z.object({
        right: z.enum(RIGHTS),
        effective: z.boolean(),
        /** The customer's profile grants it. */
        profile: z.boolean(),
        /** Not taken from this contact. */
        contact: z.boolean(),
        /** The portal offers it at all. */
        portal: z.boolean(),
        /** The first reason for a no; null when effective. */
        reason: z.enum(RIGHT_REASONS).nullable(),
      }),
    ),
    /** Of the contact, for If-Match. */
    version: z.int(),
  })
  .meta({ id: 'ContactRights' });
export type ContactRights = z.input<typeof ContactRights>;

export const SetContactRights = z
  .strictObject({
    /** Exceptions: rights this contact does not have although the profile grants them. Replaces the earlier ones. */
    removed: z
      .array(z.enum(RIGHTS))
      .max(RIGHTS.length)
      .transform((given) => RIGHTS.filter((right) => given.includes(right))),
  })
  .meta({ id: 'SetContactRights' });
export type SetContactRights = z.infer<typeof SetContactRights>;
