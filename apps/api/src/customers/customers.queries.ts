import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UNNAMED } from '../db/named-statements.js';
import { type Db, first, likeText, rows } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import { cursorOf, page, readCursor } from '../http/paging.js';
import type { PageQuery } from '../http/schemas.js';
import { ownPortalAddress } from '../settings/portal-origin-sql.js';
import { SettingsService } from '../settings/settings.service.js';
import { needsCountry, readSearch } from '../text/search-terms.js';
import { listActivity } from '../audit/activity.queries.js';
import type { CUSTOMER_ACTIONS, CustomerDto, CustomerQuery, CustomerRow } from './customer.dto.js';
import { phonesOf } from './phone-store.js';
import { SEARCH_BOUND, searchConditions } from '../db/search-sql.js';

type CustomerAction = (typeof CUSTOMER_ACTIONS)[number];

const OPEN_CASES = `(SELECT count(*)::int FROM (SELECT 1 FROM cases k WHERE k.customer_id = c.id AND k.status IN ('open', 'waiting') LIMIT 100) open)`;

const ROW = `
  SELECT c.id, c.number, c.name, c.city, c.status, c.created_at AS "createdAt", c.name_key AS "nameKey", c.created_at::text AS "createdText",
         (SELECT count(*)::int FROM (SELECT 1 FROM contacts k WHERE k.customer_id = c.id LIMIT 100) capped) AS contacts, ${OPEN_CASES} AS "openCases"`;

const DETAIL = `
  SELECT c.id, c.number, c.name, c.language, c.email, c.street, c.postal_code AS "postalCode", c.city, c.country, c.external_id AS "externalId",
         c.notes, c.status, c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.version, ${phonesOf('customer', 'c.id')} AS phones,
         json_build_object('id', r.id, 'name', r.name) AS "rightsProfile", c.colleague_cap AS "colleagueCap", ${ownPortalAddress('c')} AS "portalAddress", ${OPEN_CASES} AS "openCases",
         (SELECT json_build_object('none', count(*) FILTER (WHERE access = 'none'), 'invited', count(*) FILTER (WHERE access = 'invited'),
                                   'active', count(*) FILTER (WHERE access = 'active'), 'suspended', count(*) FILTER (WHERE access = 'suspended'))
            FROM (SELECT k.access FROM contacts k WHERE k.customer_id = c.id LIMIT 1000) capped) AS access
    FROM customers c JOIN rights_profiles r ON r.id = c.rights_profile_id
   WHERE c.id = $1`;

/** What each order sorts by, and the value of it in a cursor. */
const SORTS = {
  name: {
    order: 'c.name_key, c.id',
    after: (value: string, id: string) => `(c.name_key, c.id) > (${value}::text, ${id}::uuid)`,
    value: (row: Listed) => row.nameKey,
  },
  number: {
    order: 'c.number, c.id',
    after: (value: string, id: string) => `(c.number, c.id) > (${value}::text, ${id}::uuid)`,
    value: (row: Listed) => row.number,
  },
  newest: {
    order: 'c.created_at DESC, c.id DESC',
    after: (value: string, id: string) => `(c.created_at, c.id) < (${value}::timestamptz, ${id}::uuid)`,
    value: (row: Listed) => row.createdText,
  },
} as const;

interface Listed extends CustomerRow {
  nameKey: string;
  createdText: string;
}

/** Numbers may hold letters; people type them in either case. */
const numberConditions = (typed: string, add: (value: unknown) => string): string[] => [
  `c.number LIKE ${add(`${likeText(typed)}%`)}`,
  ...(typed === typed.toUpperCase() ? [] : [`c.number LIKE ${add(`${likeText(typed.toUpperCase())}%`)}`]),
];

@Injectable()
export class CustomersQueries {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
  ) {}

  async list(query: CustomerQuery): Promise<{ items: CustomerRow[]; nextCursor: string | null }> {
    const country = needsCountry(query.q ?? '') ? (await this.settings.read()).locale.country : '';
    const statement = customerListSql(query, country);
    const found = statement ? await rows<Listed>(this.db, statement.sql, statement.values) : [];
    return page(found, query.limit, (last) => cursorOf(query.sort, SORTS[query.sort].value(last), last.id));
  }

  async get(id: string, staff: StaffActor, db: Db = this.db): Promise<CustomerDto> {
    const found = await first<Omit<CustomerDto, 'allowedActions'>>(db, DETAIL, [id]);
    if (!found) throw new AppError('row.not_found');
    return { ...found, allowedActions: allowedActions(found, staff) };
  }

  activity(id: string, query: PageQuery) {
    return listActivity(this.db, { kind: 'customer', id }, query);
  }
}

/** The statement of a list; undefined when the search text says nothing yet. Exported for the tests that look at its plan. */
export function customerListSql(query: CustomerQuery, country: string): { sql: string; values: unknown[] } | undefined {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const sort = SORTS[query.sort];
  const filters = query.status ? [`c.status = '${query.status}'`] : [];
  const after = query.cursor ? [afterCursor(query, add)] : [];
  const where = (conditions: string[]) => (conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '');
  if (!query.q) {
    const picked = `SELECT * FROM customers c${where([...filters, ...after])} ORDER BY ${sort.order} LIMIT ${add(query.limit + 1)}`;
    return { sql: `${ROW} FROM (${picked}) c ORDER BY ${sort.order}`, values };
  }
  const found = searchConditions(
    readSearch(query.q, country),
    { row: 'c', phones: { table: 'customer_phones', owner: 'customer_id' }, also: numberConditions },
    add,
  );
  if (found.length === 0) return undefined;
  const matches = found
    .map((condition) => `(SELECT c.id FROM customers c${where([condition, ...filters])} LIMIT ${SEARCH_BOUND})`)
    .join(' UNION ');
  const picked = `SELECT c.* FROM (${matches}) m JOIN customers c ON c.id = m.id${where(after)} ORDER BY ${sort.order} LIMIT ${add(query.limit + 1)}`;
  return { sql: `${UNNAMED} ${ROW} FROM (${picked}) c ORDER BY ${sort.order}`, values };
}

function afterCursor(query: CustomerQuery, add: (value: unknown) => string): string {
  const [sort, value, id] = readCursor(query.cursor ?? '', 3);
  if (sort !== query.sort || typeof value !== 'string' || typeof id !== 'string')
    throw new AppError('request.invalid_parameters');
  return SORTS[query.sort].after(add(value), add(id));
}

function allowedActions(
  customer: { status: string; access: CustomerDto['access'] },
  staff: StaffActor,
): CustomerAction[] {
  const actions: CustomerAction[] = [];
  const isActive = customer.status === 'active';
  const hasContacts = Object.values(customer.access).some((count) => Number(count) > 0);
  if (staff.permissions.has('customer:write')) actions.push('edit', isActive ? 'deactivate' : 'reactivate', 'delete');
  if (staff.permissions.has('contact:write')) actions.push('add_contact');
  if (staff.permissions.has('credential:send') && isActive && hasContacts) actions.push('send_credentials');
  return actions;
}
