import { z } from 'zod';

/** `password` absent: one is generated. */
export const SetContactPassword = z
  .strictObject({ password: z.string().min(1).max(256).optional(), mustChange: z.boolean().default(true) })
  .meta({ id: 'SetContactPassword' });
export type SetContactPassword = z.infer<typeof SetContactPassword>;

/** The only answer that ever holds it. */
export const SetPassword = z
  .object({
    password: z.string(),
    mustChange: z.boolean(),
    loginId: z.string(),
    companies: z.array(z.object({ contactId: z.uuid(), customerId: z.uuid(), name: z.string() })),
    /** Where the notice went; it does not hold the password. */
    notified: z.string(),
  })
  .meta({ id: 'SetPassword' });
export type SetPassword = z.input<typeof SetPassword>;
