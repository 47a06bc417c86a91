import { z } from 'zod';
import { isoDate } from '../../http/schemas.js';

const shape = {
  id: z.uuid(),
  /** As it names itself; null when it was not noted. */
  userAgent: z.string().nullable(),
  firstSeenAt: isoDate,
  lastSeenAt: isoDate,
  /** Else it is only known: it has tries of its own when somebody guesses (D6). */
  isSignedIn: z.boolean(),
};

export const KnownDevices = z
  .object({ items: z.array(z.object(shape).meta({ id: 'KnownDevice' })) })
  .meta({ id: 'KnownDevices', description: 'The latest 100' });

export const OwnDevices = z
  .object({ items: z.array(z.object({ ...shape, isCurrent: z.boolean() }).meta({ id: 'OwnDevice' })) })
  .meta({ id: 'OwnDevices', description: 'The latest 100, this one first' });
export type OwnDevice = z.input<typeof OwnDevices>['items'][number];

export const EndedSessions = z.object({ ended: z.int() }).meta({ id: 'EndedSessions' });

export const DeviceOfContactParams = z.strictObject({ id: z.uuid(), knownDeviceId: z.uuid() });
export type DeviceOfContactParams = z.infer<typeof DeviceOfContactParams>;
