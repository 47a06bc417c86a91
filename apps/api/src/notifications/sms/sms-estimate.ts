import { z } from 'zod';
import { text } from '../../http/schemas.js';
import type { SmsSettings } from '../../settings/sms-settings.dto.js';
import { type SmsSize, smsSize } from './sms-parts.js';

export const SmsEstimate = z
  .object({
    /** gsm7: up to 160 letters; ucs2: up to 70, as soon as one sign is not in the small alphabet. */
    encoding: z.enum(['gsm7', 'ucs2']),
    /** What is paid for. */
    parts: z.int(),
    /** Places that are free before one more part is paid for. */
    left: z.int(),
    /** Signs because of which it travels as ucs2, each once, the first ten. */
    wide: z.array(z.string()),
    /** By the price of the settings; null where none is set. */
    cost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  })
  .meta({ id: 'SmsEstimate' });
export type SmsEstimate = z.input<typeof SmsEstimate>;

export const EstimateSms = z.strictObject({ text: text(1_600) }).meta({ id: 'EstimateSms' });
export type EstimateSms = z.infer<typeof EstimateSms>;

type Price = Pick<SmsSettings, 'pricePerPart' | 'currency'>;

/** The price has four places. */
const money = (amount: number): number => Math.round(amount * 10_000) / 10_000;

export const priced = (size: SmsSize, { pricePerPart, currency }: Price): SmsEstimate => ({
  ...size,
  cost: pricePerPart > 0 ? { amount: money(size.parts * pricePerPart), currency } : null,
});

/** What a text travels as, and what it costs: counted as it is counted when it goes out. */
export const smsEstimate = (text: string, price: Price): SmsEstimate => priced(smsSize(text), price);
