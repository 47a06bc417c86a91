import { z } from 'zod';
import { text } from '../../../http/schemas.js';
import { NUMBER_FORMATS } from './number-format.js';

/** A domain name and nothing else: no address, no path (D9). */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/);

const fields = {
  name: text(100),
  /** ISO code; null: any. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  domain,
  /** The number before the @: national digits, with the zero that is dialled at home, or with the country's code. */
  numberFormat: z.enum(NUMBER_FORMATS),
  /** From this day on nothing is sent there; null: no end is known. */
  endsOn: z.iso.date().nullable(),
};

export const CreateCarrier = z
  .strictObject({ ...fields, country: fields.country.default(null), endsOn: fields.endsOn.default(null) })
  .meta({ id: 'CreateCarrier' });
export type CreateCarrier = z.infer<typeof CreateCarrier>;

/** Absent means leave alone. */
export const ChangeCarrier = z.strictObject(fields).partial().meta({ id: 'ChangeCarrier' });
export type ChangeCarrier = z.infer<typeof ChangeCarrier>;

export const CarrierDto = z
  .object({
    id: z.uuid(),
    ...fields,
    /** ended: nothing reaches anybody by this gateway any more. */
    status: z.enum(['live', 'ending', 'ended']),
    /** Contacts with this carrier; stops at 1000. */
    contacts: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Carrier' });
export type CarrierDto = z.input<typeof CarrierDto>;

export const CarrierList = z
  .object({
    items: z.array(CarrierDto),
    /** SMS leave by these gateways now: who has which carrier matters. */
    inUse: z.boolean(),
  })
  .meta({ id: 'CarrierList' });
export type CarrierList = z.input<typeof CarrierList>;
