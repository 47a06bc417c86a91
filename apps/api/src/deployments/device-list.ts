import { UNNAMED } from '../db/named-statements.js';
import { SEARCH_BOUND } from '../db/search-sql.js';
import type { DeviceQuery } from './device.dto.js';
import { searchCondition, searchWords } from './list-search.js';
import { afterCursor, LABEL_SORTS, type Sort, sortsOf } from './list-sorts.js';

/** Columns of a row; `d` device, `p` deployment, `c` customer, `l` its label in use. */
export const DEVICE_ROW = `d.id, d.name, d.model, d.serial, d.external_id AS "externalId", d.position, d.tags, d.status,
  json_build_object('id', p.id, 'name', p.name) AS deployment, json_build_object('id', c.id, 'name', c.name) AS customer, p.status AS "deploymentStatus",
  CASE WHEN l.id IS NULL THEN 'none' WHEN l.first_scan_at IS NULL THEN 'never_scanned' ELSE 'live' END AS label, l.last_scan_at AS "lastScanAt",
  (SELECT count(*)::int FROM (SELECT 1 FROM cases k WHERE k.device_id = d.id AND k.status IN ('open', 'waiting') LIMIT 100) open) AS "openCases",
  d.created_at AS "createdAt"`;

export const DEVICE_JOINS = `JOIN deployments p ON p.id = d.deployment_id JOIN customers c ON c.id = p.customer_id LEFT JOIN labels l ON l.id = d.active_label_id`;

const LABEL = {
  none: `d.active_label_id IS NULL AND d.status = 'active'`,
  never_scanned: `EXISTS (SELECT 1 FROM labels s WHERE s.id = d.active_label_id AND s.first_scan_at IS NULL)`,
  live: `EXISTS (SELECT 1 FROM labels s WHERE s.id = d.active_label_id AND s.first_scan_at IS NOT NULL)`,
} as const;

/** How the labels of a list across all customers are found. */
const LABELS = {
  never_scanned: `l.state = 'active' AND l.first_scan_at IS NULL`,
  live: `l.state = 'active' AND l.last_scan_at IS NOT NULL`,
} as const;

export interface Listing {
  sql: string;
  values: unknown[];
  /** What a cursor of it starts with. */
  sortName: string;
}

interface Plan {
  query: DeviceQuery;
  sort: Sort;
  filters: string[];
  after: string[];
  add: (value: unknown) => string;
}

const where = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';

/** Only a list of everything is ordered along the labels: within a customer or deployment the devices are few. */
function labelOrder({ label, deploymentId, customerId, q }: DeviceQuery): keyof typeof LABELS | undefined {
  const isNarrow = deploymentId !== undefined || customerId !== undefined || searchWords(q).length > 0;
  return isNarrow || label === undefined || label === 'none' ? undefined : label;
}

function filtersOf(query: DeviceQuery, add: Plan['add']): string[] {
  const filters: string[] = [];
  if (query.deploymentId) filters.push(`d.deployment_id = ${add(query.deploymentId)}`);
  if (query.model) filters.push(`d.model = ${add(query.model)}`);
  if (query.tag) filters.push(`d.tags @> ARRAY[${add(query.tag)}]::text[]`);
  if (query.status) filters.push(`d.status = '${query.status}'`);
  if (query.label && !labelOrder(query)) filters.push(LABEL[query.label]);
  return filters;
}

/** The statement of a list; undefined when the search text says nothing yet. Exported for the tests that look at its plan. */
export function deviceListing(query: DeviceQuery): Listing | undefined {
  if (query.q && searchWords(query.q).length === 0) return undefined;
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const byLabel = labelOrder(query);
  const sortName = byLabel ?? query.sort;
  const sort = byLabel ? LABEL_SORTS[byLabel] : sortsOf('d')[query.sort];
  const after = query.cursor ? [afterCursor(query.cursor, { sort, name: sortName, add })] : [];
  const plan: Plan = { query, sort, filters: filtersOf(query, add), after, add };
  const columns = `${DEVICE_ROW}, ${sort.value}::text AS place, ${byLabel ? 'l.id' : 'd.id'} AS "placeId"`;
  const sql = `${UNNAMED} SELECT ${columns} FROM (${picked(plan, byLabel)}) d ${DEVICE_JOINS} ORDER BY ${sort.order}`;
  return { sql, values, sortName };
}

/** The devices of the page, one more than it holds: bounded before anything is joined to them. */
function picked(plan: Plan, byLabel: keyof typeof LABELS | undefined): string {
  if (plan.query.q) return searched(plan);
  const { sort, filters, after, add, query } = plan;
  const limit = `LIMIT ${add(query.limit + 1)}`;
  if (byLabel)
    return `SELECT d.* FROM labels l JOIN devices d ON d.active_label_id = l.id ${where([LABELS[byLabel], ...filters, ...after])} ORDER BY ${sort.order} ${limit}`;
  if (query.customerId && !query.deploymentId) {
    const near = `SELECT * FROM devices d ${where(['d.deployment_id = p.id', ...filters, ...after])} ORDER BY ${sort.order} ${limit}`;
    return `SELECT d.* FROM deployments p CROSS JOIN LATERAL (${near}) d WHERE p.customer_id = ${add(query.customerId)} ORDER BY ${sort.order} ${limit}`;
  }
  return `SELECT * FROM devices d ${where([...customerFilter(plan), ...filters, ...after])} ORDER BY ${sort.order} ${limit}`;
}

const customerFilter = ({ query, add }: Plan): string[] =>
  query.customerId
    ? [`d.deployment_id IN (SELECT id FROM deployments WHERE customer_id = ${add(query.customerId)})`]
    : [];

/** 200 matches that the other filters let through are found, then sorted. */
function searched(plan: Plan): string {
  const { query, sort, filters, after, add } = plan;
  const found = searchCondition('d', searchWords(query.q), { add, isFew: query.deploymentId !== undefined });
  const matches = `SELECT d.id FROM devices d ${where([found, ...customerFilter(plan), ...filters])} LIMIT ${SEARCH_BOUND}`;
  return `SELECT d.* FROM (${matches}) m JOIN devices d ON d.id = m.id ${where(after)} ORDER BY ${sort.order} LIMIT ${add(query.limit + 1)}`;
}
