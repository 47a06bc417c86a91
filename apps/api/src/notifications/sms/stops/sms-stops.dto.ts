import { z } from 'zod';
import { isoDate, text } from '../../../http/schemas.js';
import { SMS_STOP_CAUSES } from './sms-stop.entity.js';

export const SmsStopDto = z
  .object({
    id: z.uuid(),
    country: z.string(),
    cause: z.enum(SMS_STOP_CAUSES),
    /** SMS that gave the alarm, and how many of them led to anything. */
    sent: z.int(),
    used: z.int(),
    stoppedAt: isoDate,
  })
  .meta({ id: 'SmsStop' });
export type SmsStopDto = z.input<typeof SmsStopDto>;

export const SmsStops = z.object({ items: z.array(SmsStopDto) }).meta({ id: 'SmsStops' });

export const LiftSmsStop = z.strictObject({ reason: text(200) }).meta({ id: 'LiftSmsStop' });
export type LiftSmsStop = z.infer<typeof LiftSmsStop>;
