import type { CaseFileDto } from '../files/case-file.dto.js';
import { CASE_EVENTS, type CaseEvent, type CasePriority, type CaseSource } from '../case.dto.js';
import type { CaseStatus } from '../case-status.js';

/** Flat columns of a case for staff; `k` is the case, `me` the staff member's parameter. JavaScript nests them: cheaper than JSON in PostgreSQL. */
export const caseColumns = `k.id, k.number, k.subject, k.status, k.priority, k.source, coalesce(d.name, k.device) AS device, k.device_id AS "deviceId",
  k.deployment_id AS "deploymentId", s.name AS "deploymentName", k.reporter_name AS "reporterName",
  k.assignee_id AS "assigneeId", m.name AS "assigneeName", k.customer_id AS "customerId", u.name AS "customerName", k.contact_id AS "contactId",
  coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, k.reporter_name, '') AS "contactName",
  (k.status IN ('open', 'waiting') AND coalesce(k.customer_message_at > coalesce(r.read_at, '-infinity'), false)) AS "isUnread",
  k.activity_at AS "activityAt", k.created_at AS "createdAt"`;

export const caseJoins = (me: string): string => `
  JOIN customers u ON u.id = k.customer_id
  LEFT JOIN contacts c ON c.id = k.contact_id
  LEFT JOIN staff_members m ON m.id = k.assignee_id
  LEFT JOIN devices d ON d.id = k.device_id
  LEFT JOIN deployments s ON s.id = k.deployment_id
  LEFT JOIN case_reads r ON r.case_id = k.id AND r.staff_id = ${me}`;

export interface FlatCase {
  id: string;
  number: number;
  subject: string;
  status: CaseStatus;
  priority: CasePriority;
  source: CaseSource;
  device: string | null;
  deviceId: string | null;
  deploymentId: string | null;
  deploymentName: string | null;
  reporterName: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  customerId: string;
  customerName: string;
  contactId: string | null;
  contactName: string;
  isUnread: boolean;
  activityAt: Date;
  createdAt: Date;
}

export function nested<T extends FlatCase>(flat: T) {
  const { assigneeId, assigneeName, customerId, customerName, contactId, contactName, ...more } = flat;
  const { deploymentId, deploymentName, ...rest } = more;
  return {
    ...rest,
    deployment: deploymentId ? { id: deploymentId, name: deploymentName ?? '' } : null,
    assignee: assigneeId ? { id: assigneeId, name: assigneeName ?? '' } : null,
    customer: { id: customerId, name: customerName },
    contact: contactId ? { id: contactId, name: contactName } : null,
  };
}

/** Columns of a message `m`; its files by a sub-query, because few messages have any. */
export const messageColumns = `m.id, m.visibility, m.author_kind AS "authorKind", coalesce(m.staff_id, m.contact_id) AS "authorId", m.author_name AS "authorName",
  (m.follow_id IS NOT NULL AND NOT coalesce((SELECT w.is_reporter FROM case_follows w WHERE w.id = m.follow_id), false)) AS "isFollower",
  m.body, m.merged_from AS "mergedFrom", m.created_at AS "createdAt", m.created_at::text AS place,
  (SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) ORDER BY f.created_at, f.id)
     FROM case_files f WHERE f.message_id = m.id) AS files`;

export interface FlatMessage {
  id: string;
  visibility: 'public' | 'internal';
  authorKind: 'staff' | 'contact' | 'visitor' | 'system';
  authorId: string | null;
  authorName: string;
  isFollower: boolean;
  body: string;
  mergedFrom: number | null;
  createdAt: Date;
  place: string;
  files: CaseFileDto[] | null;
}

/** A line of the system is stored as "event:person". */
export function eventOf(message: FlatMessage): { event: CaseEvent | null; body: string } {
  if (message.authorKind !== 'system') return { event: null, body: message.body };
  const [name = '', ...about] = message.body.split(':');
  return { event: CASE_EVENTS.find((event) => event === name) ?? null, body: about.join(':') };
}
