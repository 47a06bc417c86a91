import { z } from 'zod';
import { text } from '../../../http/schemas.js';

/** What an HTTP provider, or a script beside it, says of an SMS that it took. */
export const SmsReport = z
  .strictObject({
    /** Of the message: {{id}} of the request. */
    id: z.uuid(),
    status: z.enum(['delivered', 'failed']),
    /** The provider's words. */
    detail: text(500).optional(),
  })
  .meta({ id: 'SmsReport' });
export type SmsReport = z.infer<typeof SmsReport>;

/** Twilio's fields; which there are is Twilio's to say, and its signature is over all of them. */
export const TwilioReport = z.record(z.string().max(100), z.string().max(2_000)).meta({ id: 'TwilioReport' });
export type TwilioReport = z.infer<typeof TwilioReport>;
