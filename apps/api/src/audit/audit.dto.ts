import { z } from 'zod';
import { isoDate, pageOf, pageQuery } from '../http/schemas.js';

export const AuditEventDto = z
  .object({
    id: z.uuid(),
    at: isoDate,
    action: z.string(),
    actor: z.object({
      kind: z.enum(['staff', 'key', 'contact', 'visitor', 'system']),
      id: z.uuid().nullable(),
      name: z.string().nullable(),
    }),
    customerId: z.uuid().nullable(),
    contactId: z.uuid().nullable(),
    deploymentId: z.uuid().nullable(),
    deviceId: z.uuid().nullable(),
    detail: z.record(z.string(), z.unknown()),
    ip: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEventDto = z.input<typeof AuditEventDto>;

export const AuditPage = pageOf(AuditEventDto, 'AuditPage');

export const AuditQuery = z.strictObject({
  ...pageQuery,
  action: z.string().max(60).optional(),
  actorId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  contactId: z.uuid().optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
