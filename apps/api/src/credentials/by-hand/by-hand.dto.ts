import { z } from 'zod';
import { isoDate } from '../../http/schemas.js';

/** `screen`: shown to the person who stands beside it, for an hour. `link`: copied, to be sent in some other way. */
export const HandInvitation = z.strictObject({ way: z.enum(['screen', 'link']) }).meta({ id: 'HandInvitation' });
export type HandInvitation = z.infer<typeof HandInvitation>;

/** Told this one time: no list, record or export has the link or the code. */
export const HandedInvitation = z
  .object({
    url: z.string(),
    code: z.string(),
    /** Where the code is typed. */
    codePage: z.string(),
    loginId: z.string(),
    expiresAt: isoDate,
  })
  .meta({ id: 'HandedInvitation' });
export type HandedInvitation = z.input<typeof HandedInvitation>;
