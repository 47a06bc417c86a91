import { z } from 'zod';

export const SMS_PROVIDERS = ['none', 'gateway', 'http', 'twilio'] as const;

/** What a request template may name. `to_digits` is the number without its plus. */
export const SMS_PLACEHOLDERS = ['to', 'to_digits', 'text', 'id', 'from', 'secret'] as const;

const template = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(
      (value) =>
        [...value.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].every(([, name]) =>
          SMS_PLACEHOLDERS.some((one) => one === name),
        ),
      { message: `Placeholders are ${SMS_PLACEHOLDERS.join(', ')}` },
    );

/** The host must stand in the text: a receiver's number never decides where a request goes. */
const httpUrl = template(500).refine(
  (value) => value === '' || (/^https?:\/\/[^/?#{}@]+([/?#]|$)/i.test(value) && URL.canParse(value)),
  { message: 'Must be a web address' },
);

const HEADER_LINE = /^[\w!#$%&'*+.^`|~-]+:[^\r\n]*$/;
const httpHeaders = template(2_000).refine(
  (value) => value.split('\n').every((line) => line.trim() === '' || HEADER_LINE.test(line.trim())),
  { message: 'One "Name: value" a line' },
);

/** How SMS leave the house (D9). */
export const smsShape = z.strictObject({
  /** none: SMS wait (in demo and development the Outbox takes them). */
  provider: z.enum(SMS_PROVIDERS),
  /** The number, name or Twilio messaging service that SMS come from; {{from}} of the request. */
  sender: z.string().trim().max(40),
  /** Where SMS may go; empty: the company's country only. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(250),
  /** Parts that may be sent in one day (UTC) in all; then no more. */
  dailyParts: z.int().min(0).max(100_000),
  /** Secrets go by SMS only to numbers that people have confirmed with a code (ASVS 6.6.1). */
  verifiedOnly: z.boolean(),
  /** What happened to a login is told by SMS too, to numbers that people have confirmed (D3). */
  tellsSecurity: z.boolean(),
  /** Of one part, for the estimate only; the currency is a code of three letters. */
  pricePerPart: z.number().min(0).max(1_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** The carrier of people who have none of their own; null: they get no SMS by a carrier's gateway. */
  gatewayCarrierId: z.uuid().nullable(),
  httpUrl,
  httpMethod: z.enum(['POST', 'PUT', 'GET']),
  httpHeaders,
  httpBody: template(4_000),
  twilioAccount: z.union([z.literal(''), z.string().regex(/^AC[0-9a-f]{32}$/i)]),
});
export type SmsSettings = z.output<typeof smsShape>;

export const SMS_DEFAULTS: SmsSettings = {
  provider: 'none',
  sender: '',
  countries: [],
  dailyParts: 200,
  verifiedOnly: false,
  tellsSecurity: true,
  pricePerPart: 0,
  currency: 'EUR',
  gatewayCarrierId: null,
  httpUrl: '',
  httpMethod: 'POST',
  httpHeaders: 'Content-Type: application/json\nAuthorization: Bearer {{secret}}',
  httpBody: '{"to": "{{to}}", "from": "{{from}}", "text": "{{text}}", "reference": "{{id}}"}',
  twilioAccount: '',
};

/** What the secret was given for: for anything else it must be given again. */
const givenFor = (sms: SmsSettings): string =>
  [sms.provider, URL.canParse(sms.httpUrl) ? new URL(sms.httpUrl).origin : '', sms.twilioAccount].join(' ');

export const forgetsSecret = (before: SmsSettings, change: Partial<SmsSettings>): boolean =>
  givenFor({ ...before, ...change }) !== givenFor(before);
