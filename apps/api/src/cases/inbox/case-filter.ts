import { UNNAMED } from '../../db/named-statements.js';
import { likeText } from '../../db/sql.js';
import { readCursor } from '../../http/paging.js';
import type { CaseQuery } from '../case.dto.js';

const all = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** The newest `limit` cases that the filter lets through, as SQL that an index serves for each kind of filter. */
export interface Found {
  sql: string;
  values: unknown[];
}

const NEWEST = 'k.activity_at DESC, k.id DESC';

/** Collects conditions and their parameters. $1 is always the staff member who asks. */
class Conditions {
  readonly parts: string[] = [];
  readonly values: unknown[];

  constructor(me: string) {
    this.values = [me];
  }

  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.parts.push(condition);
  }

  where(...more: string[]): string {
    const parts = [...this.parts, ...more];
    return parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '';
  }
}

function readConditions(query: CaseQuery, me: string): Conditions {
  const conditions = new Conditions(me);
  if (query.customerId) conditions.add(`k.customer_id = ${conditions.param(query.customerId)}`);
  if (query.contactId) conditions.add(`k.contact_id = ${conditions.param(query.contactId)}`);
  if (query.assigneeId === 'none') conditions.add('k.assignee_id IS NULL');
  else if (query.assigneeId) conditions.add(`k.assignee_id = ${conditions.param(query.assigneeId === 'me' ? me : query.assigneeId)}`);
  if (query.unread === true) conditions.add(`k.customer_message_at > coalesce((SELECT r.read_at FROM case_reads r WHERE r.case_id = k.id AND r.staff_id = $1), '-infinity')`);
  if (query.cursor) {
    const [activity, id] = readCursor(query.cursor, 2);
    conditions.add(`(k.activity_at, k.id) < (${conditions.param(activity)}::timestamptz, ${conditions.param(id)}::uuid)`);
  }
  return conditions;
}

/** Only a case that is not over can be unread. */
function statusesOf(query: CaseQuery): string[] {
  const wanted = all(query.status);
  if (query.unread !== true) return wanted;
  return wanted.length > 0 ? wanted.filter((status) => status === 'open' || status === 'waiting') : ['open', 'waiting'];
}

/**
 * A list of values is served index by index: the newest of each value, then the newest of those. Without it PostgreSQL would
 * either sort every case of these values or walk all cases, hoping that they are common.
 */
function perValue(conditions: Conditions, column: 'status' | 'priority', shape: { values: string[]; limit: string }): string {
  const list = conditions.param(shape.values);
  return `SELECT k.* FROM unnest(${list}::text[]) AS wanted(value) CROSS JOIN LATERAL (
            SELECT * FROM cases k ${conditions.where(`k.${column} = wanted.value`)} ORDER BY ${NEWEST} LIMIT ${shape.limit}) k
           ORDER BY ${NEWEST} LIMIT ${shape.limit}`;
}

/** The search box: a case number, a part of the subject, or a part of the customer's name. Bounded: 200 matches are found, then sorted. */
function searched(conditions: Conditions, text: { subject: string; name: string }, limit: string): string {
  const digits = /^#?(\d{1,15})$/.exec(text.subject)?.[1];
  const subject = conditions.param(`%${likeText(text.subject)}%`);
  const name = conditions.param(`%${likeText(text.name)}%`);
  const exact = digits ? `SELECT id FROM cases WHERE number = ${conditions.param(Number(digits))} UNION ALL` : '';
  return `SELECT k.* FROM cases k ${conditions.where(`k.id IN (
            ${exact}
            (SELECT id FROM cases WHERE lower(subject) LIKE ${subject} LIMIT 200) UNION ALL
            (SELECT near.id FROM (SELECT id FROM customers WHERE name_key LIKE ${name} LIMIT 20) found
              CROSS JOIN LATERAL (SELECT k.id FROM cases k WHERE k.customer_id = found.id ORDER BY ${NEWEST} LIMIT 20) near))`)}
           ORDER BY ${NEWEST} LIMIT ${limit}`;
}

export function findCases(query: CaseQuery, me: string, search: { subject: string; name: string } | undefined): Found {
  const conditions = readConditions(query, me);
  const limit = conditions.param(query.limit + 1);
  const statuses = statusesOf(query);
  const priorities = all(query.priority);
  const isNarrow = query.customerId !== undefined || query.contactId !== undefined || search !== undefined;
  const drive = isNarrow ? undefined : statuses.length > 0 ? 'status' : priorities.length > 0 ? 'priority' : undefined;
  if (drive !== 'status' && (statuses.length > 0 || query.unread)) conditions.add(`k.status = ANY(${conditions.param(statuses)})`);
  if (drive !== 'priority' && priorities.length > 0) conditions.add(`k.priority = ANY(${conditions.param(priorities)})`);
  if (search) return { sql: searched(conditions, search, limit), values: conditions.values };
  if (drive) return { sql: perValue(conditions, drive, { values: drive === 'status' ? statuses : priorities, limit }), values: conditions.values };
  const order = query.assigneeId === 'none' ? `k.assignee_id, ${NEWEST}` : NEWEST;
  return { sql: `SELECT k.* FROM cases k ${conditions.where()} ORDER BY ${order} LIMIT ${limit}`, values: conditions.values };
}

/** One filter at most has one good plan, which is kept; more of them are planned each time. */
export const isPlain = (query: CaseQuery): boolean =>
  [query.status, query.priority, query.assigneeId, query.customerId, query.contactId, query.unread, query.q].filter((part) => part !== undefined).length <= 1 && query.q === undefined;

export const marked = (sql: string, query: CaseQuery): string => (isPlain(query) ? sql : `${UNNAMED} ${sql}`);
