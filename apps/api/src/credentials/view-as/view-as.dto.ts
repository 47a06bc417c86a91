import { z } from 'zod';
import { isoDate, text } from '../../http/schemas.js';

/** Why staff look; it stands in the audit and on the contact's timeline. */
export const ViewAsContact = z.strictObject({ reason: text(300) }).meta({ id: 'ViewAsContact' });
export type ViewAsContact = z.infer<typeof ViewAsContact>;

export const ViewHandover = z
  .object({
    /** Opens the portal once, within a minute. What it opens is in its fragment. */
    url: z.string(),
    expiresAt: isoDate,
  })
  .meta({ id: 'ViewHandover' });

export const OpenPortalView = z.strictObject({ token: z.string().min(1).max(200) }).meta({ id: 'OpenPortalView' });
export type OpenPortalView = z.infer<typeof OpenPortalView>;
