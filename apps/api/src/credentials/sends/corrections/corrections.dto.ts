import { z } from 'zod';
import { requiredEmail } from '../../../text/email.js';

export const CorrectAddress = z
  .strictObject({
    /** Becomes the contact's e-mail; the one that the message failed at is refused. */
    email: requiredEmail,
  })
  .meta({ id: 'CorrectAddress' });
export type CorrectAddress = z.infer<typeof CorrectAddress>;

export const CorrectedSend = z
  .object({
    contactId: z.uuid(),
    /** Of the new message. */
    notificationId: z.uuid(),
    to: z.string(),
  })
  .meta({ id: 'CorrectedSend' });
export type CorrectedSend = z.input<typeof CorrectedSend>;
