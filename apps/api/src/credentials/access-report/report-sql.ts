import { isLocked, isWayLocked, LOCKED_OUT } from '../../contacts/contact-sql.js';
import { contactNameSql } from '../../customers/login-fates.js';
import { listed, type WayIn, WAYS_IN } from '../../contacts/way-in.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, readCursor } from '../../http/paging.js';
import type { AccessReportFilter, ResetFault } from './access-report.dto.js';
import { type Wanted, wanted } from './report-classes.js';

interface Statement {
  sql: string;
  values: unknown[];
}

type Add = (value: unknown) => string;

export interface Place extends AccessReportFilter {
  limit: number;
  cursor?: string | undefined;
}

/** From the budgets: those who are locked are few beside everybody. */
export const THE_LOCKED = `(SELECT DISTINCT b.identity_id FROM attempt_budgets b WHERE b.identity_id IS NOT NULL AND ${isLocked('b')} LIMIT 10000) l JOIN contacts c ON c.identity_id = l.identity_id`;

/** From the troubles: addresses that mail came back from are few as well. */
export const THE_BOUNCED = `address_troubles t JOIN contacts c ON c.email_key = t.address_key AND t.kind = 'bounced' AND c.reset_ready = 'ready'`;

const LOCKS: Record<Wanted['locked'], string | undefined> = {
  any: undefined,
  only: LOCKED_OUT,
  not: `NOT ${LOCKED_OUT}`,
  password: `NOT ${isWayLocked('password')}`,
  pin: `NOT ${isWayLocked('pin')}`,
};

const ORDERS = {
  name: {
    key: 'c.name_key',
    order: 'name_key, id',
    after: (value: string, id: string) => `(c.name_key, c.id) > (${value}::text, ${id}::uuid)`,
  },
  used: {
    key: 'i.last_sign_in_at',
    order: 'last_sign_in_at, id',
    after: (value: string, id: string) =>
      `i.last_sign_in_at >= ${value}::timestamptz AND (i.last_sign_in_at, c.id) > (${value}::timestamptz, ${id}::uuid)`,
  },
} as const;
export type Order = keyof typeof ORDERS;

export const orderOf = ({ lastUsedBefore }: AccessReportFilter): Order => (lastUsedBefore ? 'used' : 'name');

const faultsOf = ({ resetFault }: AccessReportFilter): readonly ResetFault[] =>
  resetFault === undefined ? [] : [resetFault].flat();

const isAmong = (values: readonly WayIn[]): string => `c.way_in IN (${listed(values)})`;

interface Branch {
  from: string;
  where: string[];
}

/** Where the rows come from: along an index that has them in order, or from something that is small. */
function branches(filter: AccessReportFilter, want: Wanted): Branch[] {
  const among = want.andLocked ? `(${isAmong(want.values)} OR ${LOCKED_OUT})` : isAmong(want.values);
  const lock = LOCKS[want.locked];
  const fits = [among, ...(lock ? [lock] : [])];
  const faults = [...new Set(faultsOf(filter))];
  if (faults.length > 0)
    return faults.map((fault) =>
      fault === 'bounced'
        ? { from: THE_BOUNCED, where: fits }
        : { from: 'contacts c', where: [`c.reset_ready = '${fault}'`, ...fits] },
    );
  if (want.values.length === WAYS_IN.length && !lock) return [{ from: 'contacts c', where: [] }];
  if (filter.customerId || filter.lastUsedBefore) return [{ from: 'contacts c', where: fits }];
  if (want.locked === 'only') return [{ from: THE_LOCKED, where: fits }];
  return [
    ...want.values.map((value) => ({ from: 'contacts c', where: [`c.way_in = '${value}'`, ...(lock ? [lock] : [])] })),
    ...(want.andLocked ? [{ from: THE_LOCKED, where: [LOCKED_OUT] }] : []),
  ];
}

const ROW = `
  SELECT p.id AS "contactId", p.place, ${contactNameSql('c')} AS name, u.id AS "customerId", u.name AS "customerName", c.way_in AS "wayIn",
         i.last_sign_in_at AS "lastSignInAt", i.last_sign_in_method AS "lastSignInMethod", c.reset_ready AS "resetReady",
         ARRAY(SELECT b.kind FROM attempt_budgets b WHERE b.identity_id = c.identity_id AND ${isLocked('b')}) AS locked,
         EXISTS (SELECT 1 FROM address_troubles t WHERE t.address_key = c.email_key AND t.kind = 'bounced') AS "isBounced"`;
const JOINS = `JOIN contacts c ON c.id = p.id JOIN customers u ON u.id = c.customer_id LEFT JOIN identities i ON i.id = c.identity_id`;

function afterCursor(place: Place, order: Order, add: Add): string[] {
  if (!place.cursor) return [];
  const [sort, value, id] = readCursor(place.cursor, 3);
  if (sort !== order || typeof value !== 'string' || typeof id !== 'string')
    throw new AppError('request.invalid_parameters');
  return [ORDERS[order].after(add(value), add(id))];
}

/** Finds who fits, in the order of the report: `id` and `place`, the sort value as text. Undefined when nobody can fit. */
function foundSql(place: Place, count: number): Statement | undefined {
  const want = wanted(place);
  if (want.values.length === 0 && !want.andLocked) return undefined;
  const values: unknown[] = [];
  const add: Add = (value) => `$${values.push(value)}`;
  const order = orderOf(place);
  const { key, order: by } = ORDERS[order];
  const shared = [
    ...(place.customerId ? [`c.customer_id = ${add(place.customerId)}`] : []),
    ...(place.lastUsedBefore ? [`i.last_sign_in_at < ${add(place.lastUsedBefore)}::timestamptz`] : []),
    ...afterCursor(place, order, add),
  ];
  const limit = add(count);
  const login = order === 'used' ? ' JOIN identities i ON i.id = c.identity_id' : '';
  const picked = branches(place, want).map(
    ({ from, where }) =>
      `(SELECT ${key}, c.id, ${key}::text AS place FROM ${from}${login} WHERE ${['true', ...where, ...shared].join(' AND ')} ORDER BY ${by} LIMIT ${limit})`,
  );
  return { sql: `SELECT * FROM (${picked.join(' UNION ALL ')}) f ORDER BY ${by} LIMIT ${limit}`, values };
}

/** The statement of one page, a row beyond the limit included; undefined when nobody can fit. Exported for the test that looks at its plan. */
export function accessReportSql(place: Place): Statement | undefined {
  const found = foundSql(place, place.limit + 1);
  if (!found) return undefined;
  const { order } = ORDERS[orderOf(place)];
  return {
    sql: `${ROW} FROM (${found.sql}) p ${JOINS} ORDER BY p.${order.replace(', ', ', p.')}`,
    values: found.values,
  };
}

/** The next of all that the report shows, in its order, after this one: the same people, found by the same statement. */
export function reportIdsSql(
  filter: AccessReportFilter,
  { after, limit }: { after: { id: string; place: string } | null; limit: number },
): Statement | undefined {
  const cursor = after ? cursorOf(orderOf(filter), after.place, after.id) : undefined;
  return foundSql({ ...filter, limit, cursor }, limit);
}
