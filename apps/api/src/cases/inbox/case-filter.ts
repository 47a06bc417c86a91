import { UNNAMED } from '../../db/named-statements.js';
import { likeText } from '../../db/sql.js';
import { readCursor } from '../../http/paging.js';
import type { CaseQuery } from '../case.dto.js';

const all = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** SQL that an index serves for each kind of filter. */
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
  if (query.deviceId) conditions.add(`k.device_id = ${conditions.param(query.deviceId)}`);
  if (query.deploymentId) conditions.add(`k.deployment_id = ${conditions.param(query.deploymentId)}`);
  // Written out, one of four words: a parameter would not let the planner use the index of what is not the portal's.
  if (query.source) conditions.add(`k.source = '${query.source}'`);
  if (query.assigneeId === 'none') conditions.add('k.assignee_id IS NULL');
  else if (query.assigneeId)
    conditions.add(`k.assignee_id = ${conditions.param(query.assigneeId === 'me' ? me : query.assigneeId)}`);
  if (query.unread === true)
    conditions.add(
      `k.customer_message_at > coalesce((SELECT r.read_at FROM case_reads r WHERE r.case_id = k.id AND r.staff_id = $1), '-infinity')`,
    );
  if (query.activeSince) conditions.add(`k.activity_at >= ${conditions.param(query.activeSince)}::timestamptz`);
  if (query.cursor) {
    const [activity, id] = readCursor(query.cursor, 2);
    conditions.add(
      `(k.activity_at, k.id) < (${conditions.param(activity)}::timestamptz, ${conditions.param(id)}::uuid)`,
    );
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
function perValue(
  conditions: Conditions,
  column: 'status' | 'priority',
  shape: { values: string[]; limit: string },
): string {
  const list = conditions.param(shape.values);
  return `SELECT k.* FROM unnest(${list}::text[]) AS wanted(value) CROSS JOIN LATERAL (
            SELECT * FROM cases k ${conditions.where(`k.${column} = wanted.value`)} ORDER BY ${NEWEST} LIMIT ${shape.limit}) k
           ORDER BY ${NEWEST} LIMIT ${shape.limit}`;
}

/**
 * The search box: a case number, a part of the subject, or a part of the customer's name. Bounded: 200 matches that the other
 * filters let through are found, then sorted.
 */
function searched(conditions: Conditions, text: { subject: string; name: string }, limit: string): string {
  const digits = /^#?(\d{1,15})$/.exec(text.subject)?.[1];
  const subject = conditions.param(`%${likeText(text.subject)}%`);
  const name = conditions.param(`%${likeText(text.name)}%`);
  const exact = digits
    ? `(SELECT k.id FROM cases k ${conditions.where(`k.number = ${conditions.param(Number(digits))}`)}) UNION ALL`
    : '';
  return `SELECT k.* FROM cases k WHERE k.id IN (
            ${exact}
            (SELECT k.id FROM cases k ${conditions.where(`lower(k.subject) LIKE ${subject}`)} LIMIT 200) UNION ALL
            (SELECT near.id FROM (SELECT id FROM customers WHERE name_key LIKE ${name} LIMIT 20) found
              CROSS JOIN LATERAL (SELECT k.id FROM cases k ${conditions.where('k.customer_id = found.id')} ORDER BY ${NEWEST} LIMIT 20) near))
           ORDER BY ${NEWEST} LIMIT ${limit}`;
}

/** What the list is read along: one of the indexes that end with the activity. A customer or contact has few cases: theirs comes first. */
function driverOf(query: CaseQuery, wanted: Wanted): 'status' | 'priority' | undefined {
  if (query.customerId || query.contactId || query.deviceId || query.deploymentId || query.q) return undefined;
  if (wanted.status.length > 0 || query.unread === true) return 'status';
  return wanted.priority.length > 0 ? 'priority' : undefined;
}

interface Wanted {
  status: string[];
  priority: string[];
}

/** The newest cases that the filter lets through, one more than the page holds. `search` is set when `q` says something. */
export function findCases(query: CaseQuery, me: string, search: { subject: string; name: string } | undefined): Found {
  const conditions = readConditions(query, me);
  const limit = conditions.param(query.limit + 1);
  const wanted: Wanted = { status: statusesOf(query), priority: all(query.priority) };
  const driver = driverOf(query, wanted);
  for (const column of ['status', 'priority'] as const) {
    const isFiltered = wanted[column].length > 0 || (column === 'status' && query.unread === true);
    if (column !== driver && isFiltered) conditions.add(`k.${column} = ANY(${conditions.param(wanted[column])})`);
  }
  return { sql: newest(conditions, { driver, wanted, search, limit, query }), values: conditions.values };
}

interface Shape {
  driver: 'status' | 'priority' | undefined;
  wanted: Wanted;
  search: { subject: string; name: string } | undefined;
  limit: string;
  query: CaseQuery;
}

function newest(conditions: Conditions, { driver, wanted, search, limit, query }: Shape): string {
  if (search) return searched(conditions, search, limit);
  if (driver) return perValue(conditions, driver, { values: wanted[driver], limit });
  // "IS NULL" is no equality to the planner: named first, the index still delivers the order.
  const order = query.assigneeId === 'none' ? `k.assignee_id, ${NEWEST}` : NEWEST;
  return `SELECT k.* FROM cases k ${conditions.where()} ORDER BY ${order} LIMIT ${limit}`;
}

const FILTERS = [
  'status',
  'priority',
  'assigneeId',
  'customerId',
  'contactId',
  'deviceId',
  'deploymentId',
  'source',
  'unread',
  'activeSince',
] as const;

/** One filter at most has one good plan, which is kept; more of them are planned each time. */
const isPlain = (query: CaseQuery): boolean =>
  query.q === undefined && FILTERS.filter((name) => query[name] !== undefined).length <= 1;

export const marked = (sql: string, query: CaseQuery): string => (isPlain(query) ? sql : `${UNNAMED} ${sql}`);
