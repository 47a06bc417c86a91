import { z } from 'zod';
import { isoDate } from '../../http/schemas.js';

const shape = {
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  secure: z.enum(['none', 'starttls', 'tls']),
  user: z.string().trim().min(1).max(254),
  folder: z.string().trim().min(1).max(200),
};

export const StoredMailbox = z.object(shape);
export type StoredMailbox = z.infer<typeof StoredMailbox>;

export const BounceSettings = z
  .object({
    /** Where a provider posts. */
    postUrl: z.string(),
    /** Null: nothing is taken from a provider. The secret itself is shown once. */
    secretMadeAt: isoDate.nullable(),
    mailbox: z.object({ ...shape, passwordIsSet: z.boolean() }).nullable(),
    /** The newest look into the mailbox. */
    look: z.object({ at: isoDate, found: z.int(), error: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'BounceSettings' });
export type BounceSettings = z.input<typeof BounceSettings>;

/** `password`: absent keeps the stored one, unless the host is another. */
export const SetBounceMailbox = z
  .strictObject({ ...shape, password: z.string().min(1).max(500).optional() })
  .meta({ id: 'SetBounceMailbox' });
export type SetBounceMailbox = z.infer<typeof SetBounceMailbox>;

export const MailEventsSecret = z.object({ secret: z.string() }).meta({ id: 'MailEventsSecret' });
