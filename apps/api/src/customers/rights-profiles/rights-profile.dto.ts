import { z } from 'zod';
import { RIGHTS } from '../../http/rights.js';
import { text } from '../../http/schemas.js';

const rights = z
  .array(z.enum(RIGHTS))
  .max(RIGHTS.length)
  .transform((given) => RIGHTS.filter((right) => given.includes(right)));

export const RightsProfileDto = z
  .object({
    id: z.uuid(),
    name: z.string(),
    rights: z.array(z.enum(RIGHTS)),
    /** New customers get it. */
    isDefault: z.boolean(),
    /** How many customers have it; stops at 1,000. */
    customers: z.int(),
    version: z.int(),
  })
  .meta({ id: 'RightsProfile' });
export type RightsProfileDto = z.input<typeof RightsProfileDto>;

export const RightsProfileList = z.object({ items: z.array(RightsProfileDto) }).meta({ id: 'RightsProfileList' });

export const CreateRightsProfile = z
  .strictObject({ name: text(100), rights, isDefault: z.boolean().optional() })
  .meta({ id: 'CreateRightsProfile' });
export type CreateRightsProfile = z.infer<typeof CreateRightsProfile>;

export const ChangeRightsProfile = z
  .strictObject({ name: text(100).optional(), rights: rights.optional(), isDefault: z.literal(true).optional() })
  .meta({ id: 'ChangeRightsProfile' });
export type ChangeRightsProfile = z.infer<typeof ChangeRightsProfile>;
