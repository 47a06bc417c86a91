import { z } from 'zod';
import { PHONE_TYPES } from '../../customers/phone-input.js';
import { isoDate, text } from '../../http/schemas.js';

export const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/);

export const OwnPhoneDto = z
  .object({
    e164: z.string(),
    type: z.enum(PHONE_TYPES),
    isVerified: z.boolean(),
    /** A code could be sent to it. */
    canBeVerified: z.boolean(),
  })
  .meta({ id: 'OwnPhone' });
export type OwnPhoneDto = z.input<typeof OwnPhoneDto>;

export const OwnPhones = z.object({ items: z.array(OwnPhoneDto) }).meta({ id: 'OwnPhones' });

export const AskPhoneCode = z.strictObject({ phone: e164 }).meta({ id: 'AskPhoneCode' });
export type AskPhoneCode = z.infer<typeof AskPhoneCode>;

export const PhoneCodeSent = z.object({ expiresAt: isoDate }).meta({ id: 'PhoneCodeSent' });
export type PhoneCodeSent = z.input<typeof PhoneCodeSent>;

export const ConfirmPhone = z.strictObject({ phone: e164, code: text(20) }).meta({ id: 'ConfirmPhone' });
export type ConfirmPhone = z.infer<typeof ConfirmPhone>;
