import { z } from 'zod';

export const MailEvent = z
  .strictObject({
    kind: z.enum(['delivered', 'bounced', 'complained']),
    /** The Message-ID header of the message, which stays the same on its way. Without it only the address is marked. */
    messageId: z.string().trim().min(1).max(400).optional(),
    /** Whom the message was for. */
    email: z.string().trim().min(3).max(254),
    /** The words of the receiving server. */
    detail: z.string().trim().max(1_000).default(''),
    /** false: it came back for what stood in it or for who sent it (spam, size); the address itself may work. */
    isAboutTheAddress: z.boolean().default(true),
  })
  .meta({ id: 'MailEvent' });
export type MailEvent = z.infer<typeof MailEvent>;

export const PostMailEvents = z
  .strictObject({ events: z.array(MailEvent).min(1).max(200) })
  .meta({ id: 'PostMailEvents' });
export type PostMailEvents = z.infer<typeof PostMailEvents>;

export const MailEventsNoted = z
  .object({
    /** Changed something. */
    applied: z.int(),
    /** Known already. */
    repeated: z.int(),
    /** About no message of ours, or for somebody else. */
    unknown: z.int(),
  })
  .meta({ id: 'MailEventsNoted' });
export type MailEventsNoted = z.infer<typeof MailEventsNoted>;
