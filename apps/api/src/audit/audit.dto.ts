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
    identityId: z.uuid().nullable(),
    subjectId: z.uuid().nullable(),
    /** Facts for people. `changes`: the fields that were changed, each with `from` and `to`. */
    detail: z.record(z.string(), z.unknown()),
    ip: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEventDto = z.input<typeof AuditEventDto>;

export const AuditPage = pageOf(AuditEventDto, 'AuditPage');

const filters = {
  /** One act, such as "contact.moved". */
  action: z.string().max(60).optional(),
  actorId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  /** What was done to this contact, and what their login did there. */
  contactId: z.uuid().optional(),
  identityId: z.uuid().optional(),
  /** From this moment on. */
  from: z.iso.datetime().optional(),
  /** Before this moment. */
  to: z.iso.datetime().optional(),
};

export const AuditQuery = z.strictObject({ ...pageQuery, ...filters });
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditFilter = z.strictObject(filters);
export type AuditFilter = z.infer<typeof AuditFilter>;
