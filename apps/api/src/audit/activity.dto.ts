import type { z } from 'zod';
import { AuditEventDto } from './audit.dto.js';
import { pageOf } from '../http/schemas.js';

/** What was done, for everybody who may see the row; network addresses are for those who read the whole audit. */
export const ActivityEvent = AuditEventDto.omit({ ip: true, identityId: true, subjectId: true }).meta({
  id: 'ActivityEvent',
});
export type ActivityEvent = z.input<typeof ActivityEvent>;

export const ActivityPage = pageOf(ActivityEvent, 'ActivityPage');
