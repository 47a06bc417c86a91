import { z } from 'zod';
import { isoDate } from '../../http/schemas.js';
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
    minPasswordLength: z.int(),
    expiresAt: isoDate,
  })
  .meta({ id: 'Activation' });
export type ActivationDto = z.input<typeof ActivationDto>;

/** Either a first password, or `keepPin`: the secret there is stays and the link only lets in. */
export const AcceptActivation = z
  .strictObject({ token, password: z.string().min(1).max(256).optional(), keepPin: z.literal(true).optional() })
  .refine((value) => (value.password === undefined) !== (value.keepPin === undefined), {
    message: 'Either password or keepPin',
  })
  .meta({ id: 'AcceptActivation' });
export type AcceptActivation = z.infer<typeof AcceptActivation>;

export const AcceptedActivation = z.object({ next: NextStep }).meta({ id: 'AcceptedActivation' });
