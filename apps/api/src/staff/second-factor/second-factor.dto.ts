import { z } from 'zod';
import { isoDate } from '../../http/schemas.js';

/** A code of the authenticator app, or a recovery code; spaces and hyphens do not count. */
export const typedCode = z.string().trim().min(1).max(40);

export const SecondFactorCode = z.strictObject({ code: typedCode }).meta({ id: 'SecondFactorCode' });
export type SecondFactorCode = z.infer<typeof SecondFactorCode>;

export const SecondFactorDto = z
  .object({
    /** Since when sign-in asks for a code; null when it does not. */
    onSince: isoDate.nullable(),
    recoveryCodesLeft: z.int(),
    /** Everybody here must have one. */
    isRequired: z.boolean(),
  })
  .meta({ id: 'SecondFactor' });
export type SecondFactorDto = z.input<typeof SecondFactorDto>;

/** Shown once: whoever knows it can make the codes. */
export const SecondFactorKey = z
  .object({
    /** For typing, in base32. */
    key: z.string(),
    /** For the QR code. */
    uri: z.string(),
  })
  .meta({ id: 'SecondFactorKey' });

/** Shown once. Each works one time. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
