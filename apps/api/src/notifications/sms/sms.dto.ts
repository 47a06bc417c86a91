import { z } from 'zod';
import { text } from '../../http/schemas.js';

export const TestSms = z
  .strictObject({
    /** Any spelling; national spellings belong to the country of the settings. */
    to: text(60),
    text: text(160),
  })
  .meta({ id: 'TestSms' });
export type TestSms = z.infer<typeof TestSms>;

export const TestSmsResult = z
  .object({
    accepted: z.boolean(),
    /** The provider's own words. */
    answer: z.string(),
    milliseconds: z.int(),
    /** The number as it was read. */
    to: z.string(),
    parts: z.int(),
  })
  .meta({ id: 'TestSmsResult' });
export type TestSmsResult = z.input<typeof TestSmsResult>;

/** What SMS cost; money is parts times the price of the settings. */
export const SmsUsage = z
  .object({
    mode: z.enum(['provider', 'outbox', 'off']),
    /** What becomes of SMS while no provider is set up: the Outbox takes them (demo and development), or they wait. */
    withoutProvider: z.enum(['outbox', 'off']),
    /** Parts handed over today (UTC), and within the last 30 days. */
    today: z.int(),
    days30: z.int(),
    dailyParts: z.int(),
    /** Where SMS may go now. */
    countries: z.array(z.string()),
  })
  .meta({ id: 'SmsUsage' });
export type SmsUsage = z.input<typeof SmsUsage>;
