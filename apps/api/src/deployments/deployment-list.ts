import { PIN_DUE_BEFORE, pinDueBefore } from '../contacts/pin-age.js';
import { UNNAMED } from '../db/named-statements.js';
import { SEARCH_BOUND } from '../db/search-sql.js';
import { likeText } from '../db/sql.js';
import { fold } from '../text/fold.js';
import type { DeploymentQuery } from './deployment.dto.js';
import { searchCondition, searchWords } from './list-search.js';
import { afterCursor, sortsOf } from './list-sorts.js';

const OPEN_CASES = `(SELECT count(*)::int FROM (SELECT 1 FROM cases k WHERE k.deployment_id = p.id AND k.status IN ('open', 'waiting') LIMIT 100) open)`;

const ENABLED = `SELECT o.deployment_id FROM deployment_portals o WHERE o.is_enabled`;
const IS_PIN_DUE = `o.is_enabled AND o.pin_set_at < ${PIN_DUE_BEFORE}`;

type Add = (value: unknown) => string;

/** With an old PIN: planned with the age as a value, a list starts at the old PINs where they are few. */
const PORTALS = {
  on: () => `IN (${ENABLED})`,
  off: () => `NOT IN (${ENABLED})`,
  pin_due: (adviceMonths: number, add: Add) => `IN (${ENABLED} AND o.pin_set_at < ${pinDueBefore(adviceMonths, add)})`,
} as const;

/** Columns that list and detail share; `p` deployment, `c` customer, `o` portal. Devices are counted up to `most`. */
export const deploymentColumns = (most: number): string => `
  p.id, p.name, json_build_object('id', c.id, 'name', c.name) AS customer, p.external_id AS "externalId", p.city, p.status, o.is_enabled AS "isPortalEnabled",
  o.pin_hash IS NOT NULL AS "hasPin", CASE WHEN ${IS_PIN_DUE} THEN o.pin_set_at END AS "pinDueSince", (SELECT count(*)::int FROM (SELECT 1 FROM devices d WHERE d.deployment_id = p.id LIMIT ${most}) capped) AS devices,
  ${OPEN_CASES} AS "openCases", p.created_at AS "createdAt"`;

export const DEPLOYMENT_JOINS = `JOIN customers c ON c.id = p.customer_id JOIN deployment_portals o ON o.deployment_id = p.id`;

const where = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';

/** The statement of a list; undefined when the search text says nothing yet. Exported for the tests that look at its plan. `adviceMonths`: when a PIN is old. */
export function deploymentListing(
  query: DeploymentQuery,
  adviceMonths: number,
): { sql: string; values: unknown[] } | undefined {
  const words = searchWords(query.q);
  if (query.q && words.length === 0) return undefined;
  const values: unknown[] = [];
  const add: Add = (value) => `$${values.push(value)}`;
  const sort = sortsOf('p')[query.sort];
  const filters: string[] = [];
  if (query.customerId) filters.push(`p.customer_id = ${add(query.customerId)}`);
  if (query.status) filters.push(`p.status = '${query.status}'`);
  if (query.portal) filters.push(`p.id ${PORTALS[query.portal](adviceMonths, add)}`);
  const after = query.cursor ? [afterCursor(query.cursor, { sort, name: query.sort, add })] : [];
  const limit = `ORDER BY ${sort.order} LIMIT ${add(query.limit + 1)}`;
  const picked =
    words.length === 0
      ? `SELECT * FROM deployments p ${where([...filters, ...after])} ${limit}`
      : `SELECT p.* FROM (${matches(query, { filters, add })}) m JOIN deployments p ON p.id = m.id ${where(after)} ${limit}`;
  const columns = `${deploymentColumns(1_000)}, ${sort.value}::text AS place`;
  return {
    sql: `${UNNAMED} SELECT ${columns} FROM (${picked}) p ${DEPLOYMENT_JOINS} ORDER BY ${sort.order}`,
    values,
  };
}

/** By its own words, and by the name of its customer. */
function matches(query: DeploymentQuery, { filters, add }: { filters: string[]; add: Add }): string {
  const own = searchCondition('p', searchWords(query.q), { add, isFew: query.customerId !== undefined });
  const name = add(`%${likeText(fold(query.q ?? ''))}%`);
  return `(SELECT p.id FROM deployments p ${where([own, ...filters])} LIMIT ${SEARCH_BOUND}) UNION
          (SELECT near.id FROM (SELECT id FROM customers WHERE name_key LIKE ${name} LIMIT 20) found
            CROSS JOIN LATERAL (SELECT p.id FROM deployments p ${where(['p.customer_id = found.id', ...filters])} LIMIT 20) near)`;
}
