import { z } from 'zod';
import { isoDate, text } from '../../http/schemas.js';

/** Shown once: no later answer holds it, except a reveal before its first use. */
export const IssuedPin = z
  .object({
    pin: z.string(),
    state: z.enum(['active', 'pending']),
    readableUntil: isoDate.nullable(),
    loginIds: z.array(z.string()),
  })
  .meta({ id: 'IssuedPin', description: 'pending: the PIN in use works until this one is used' });
export type IssuedPin = z.input<typeof IssuedPin>;

/** Why the PIN has to be seen; kept in the audit record. */
export const RevealPin = z.strictObject({ reason: text(200) }).meta({ id: 'RevealPin' });
export type RevealPin = z.infer<typeof RevealPin>;

export const RevealedPin = z
  .object({ pin: z.string(), state: z.enum(['active', 'pending']), readableUntil: isoDate })
  .meta({ id: 'RevealedPin' });
export type RevealedPin = z.input<typeof RevealedPin>;
