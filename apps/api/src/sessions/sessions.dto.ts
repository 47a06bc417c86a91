import { z } from 'zod';
import { isoDate } from '../http/schemas.js';

export const SessionDto = z
  .object({
    id: z.uuid(),
    method: z.enum(['password', 'pin', 'link']),
    createdAt: isoDate,
    lastSeenAt: isoDate,
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'Session' });

export const SessionList = z.object({ items: z.array(SessionDto) }).meta({ id: 'SessionList' });
