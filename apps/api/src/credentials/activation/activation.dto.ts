import { z } from 'zod';
import { SolvedChallenge } from '../../budgets/challenge.dto.js';
import { isoDate, LANGUAGES, text } from '../../http/schemas.js';
import { NextStep } from '../portal/portal.dto.js';

const token = z.string().min(20).max(100);

export const ViewActivation = z.strictObject({ token }).meta({ id: 'ViewActivation' });
export type ViewActivation = z.infer<typeof ViewActivation>;

/** What a link is for; looking changes nothing (INV-9). */
export const ActivationDto = z
  .object({
    company: z.string(),
    customer: z.string(),
    inviter: z.string().nullable(),
    name: z.string().nullable(),
    loginIds: z.array(z.string()),
    hasPassword: z.boolean(),
    hasPin: z.boolean(),
    /** There is a phone number without a PIN: one can be made. */
    mayHavePin: z.boolean(),
    /** One may go on without choosing a password. */
    withoutPassword: z.boolean(),
    minPasswordLength: z.int(),
    expiresAt: isoDate,
  })
  .meta({ id: 'Activation' });
export type ActivationDto = z.input<typeof ActivationDto>;

const chosen = z.literal(true).optional();

/** One of: a first password; `keepPin`: the secret there is stays; `withoutPassword`: the link only lets in; `newPin`: a PIN is made for who signs in by phone. */
export const AcceptActivation = z
  .strictObject({
    token,
    password: z.string().min(1).max(256).optional(),
    keepPin: chosen,
    withoutPassword: chosen,
    newPin: chosen,
    /** In which this was read: the own one from now on, where none was chosen before. */
    language: z.enum(LANGUAGES).optional(),
  })
  .refine(
    ({ password, keepPin, withoutPassword, newPin }) =>
      [password, keepPin, withoutPassword, newPin].filter((one) => one !== undefined).length === 1,
    {
      message: 'One of password, keepPin, withoutPassword and newPin',
    },
  )
  .meta({ id: 'AcceptActivation' });
export type AcceptActivation = z.infer<typeof AcceptActivation>;

export const AcceptedActivation = z
  .object({
    next: NextStep,
    /** The one that was asked for, told this one time. */
    pin: z.string().nullable(),
  })
  .meta({ id: 'AcceptedActivation' });

/** The login id as any of its spellings, and the code that stands below the link. */
export const EnterCode = z
  .strictObject({ identifier: text(254), code: text(40), challenge: SolvedChallenge.optional() })
  .meta({ id: 'EnterCode' });
export type EnterCode = z.infer<typeof EnterCode>;

export const EnteredCode = z.object({ token: z.string() }).meta({ id: 'EnteredCode' });
