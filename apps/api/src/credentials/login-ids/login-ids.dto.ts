import { z } from 'zod';
import { e164 } from '../phones/phones.dto.js';

export const TakePhoneOff = z.strictObject({ phone: e164 }).meta({ id: 'TakePhoneOff' });
export type TakePhoneOff = z.infer<typeof TakePhoneOff>;
