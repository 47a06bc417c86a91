import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listActivity } from '../audit/activity.queries.js';
import { SEARCH_BOUND, searchConditions } from '../db/search-sql.js';
import { UNNAMED } from '../db/named-statements.js';
import { first, rows } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import { cursorOf, page, readCursor } from '../http/paging.js';
import type { PageQuery } from '../http/schemas.js';
import type { Settings } from '../settings/settings.dto.js';
import { SettingsService } from '../settings/settings.service.js';
import { needsCountry, readSearch } from '../text/search-terms.js';
import type { ContactDto, ContactFilter, ContactQuery } from './contact.dto.js';
import { type ContactRow, toContact } from './contact-row.js';
import { PIN_FILTERS } from './pin-age.js';
import { CONTACT_JOINS, CONTACT_ROW, isLocked, LOCKED_OUT } from './contact-sql.js';

/** What each order sorts by, and the value of it in a cursor. */
const SORTS = {
  name: {
    order: 'c.name_key, c.id',
    after: (value: string, id: string) => `(c.name_key, c.id) > (${value}::text, ${id}::uuid)`,
    value: (row: ContactRow) => row.nameKey,
  },
  newest: {
    order: 'c.created_at DESC, c.id DESC',
    after: (value: string, id: string) => `(c.created_at, c.id) < (${value}::timestamptz, ${id}::uuid)`,
    value: (row: ContactRow) => row.createdText,
  },
} as const;

/** Constants, because a statement is recognised by its text: a text made anew is read from end to end each time. */
const BY_ID = `${CONTACT_ROW} FROM (SELECT * FROM contacts WHERE id = $1) c ${CONTACT_JOINS}`;
const BY_IDS = Object.fromEntries(
  Object.entries(SORTS).map(([name, { order }]) => [
    name,
    `${CONTACT_ROW} FROM (SELECT * FROM contacts WHERE id = ANY ($1)) c ${CONTACT_JOINS} ORDER BY ${order}`,
  ]),
) as Record<keyof typeof SORTS, string>;

type Add = (value: unknown) => string;

/** What a list needs of the settings: the country of numbers typed without one, and the age at which a PIN is due. */
export interface ListSettings {
  country: string;
  adviceMonths: number;
}

export const listSettings = ({ locale, pins }: Settings): ListSettings => ({
  country: locale.country,
  adviceMonths: pins.adviceMonths,
});

@Injectable()
export class ContactsQueries {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
  ) {}

  async list(query: ContactQuery, staff: StaffActor): Promise<{ items: ContactDto[]; nextCursor: string | null }> {
    const known = await this.known(query);
    const found =
      query.q || query.pin ? await this.search(query, known) : await this.read(contactListSql(query, known));
    const { items, nextCursor } = page(found, query.limit, (last) =>
      cursorOf(query.sort, SORTS[query.sort].value(last), last.id),
    );
    return { items: items.map((row) => toContact(row, staff)), nextCursor };
  }

  async get(id: string, staff: StaffActor): Promise<ContactDto> {
    const row = await first<ContactRow>(this.db, BY_ID, [id]);
    if (!row) throw new AppError('row.not_found');
    return toContact(row, staff);
  }

  /** Finds, then reads: only the small statement that finds is planned anew for each text. */
  private async search(query: ContactQuery, known: ListSettings): Promise<ContactRow[]> {
    const statement = contactListSql(query, known);
    const found = statement ? await rows<{ id: string }>(this.db, statement.sql, statement.values) : [];
    if (found.length === 0) return [];
    return rows<ContactRow>(this.db, BY_IDS[query.sort], [found.map(({ id }) => id)]);
  }

  private async known({ q, pin }: ContactQuery): Promise<ListSettings> {
    if (!pin && !needsCountry(q ?? '')) return { country: '', adviceMonths: 0 };
    return listSettings(await this.settings.read());
  }

  private read(statement: Statement | undefined): Promise<ContactRow[]> {
    return statement ? rows<ContactRow>(this.db, statement.sql, statement.values) : Promise.resolve([]);
  }

  activity(id: string, query: PageQuery) {
    return listActivity(this.db, { kind: 'contact', id }, query);
  }
}

interface Source {
  from: string;
  where: string[];
  /** The ids are found first and their rows read then. `exact`: one plan is best whatever the values. */
  search?: 'exact' | 'pattern';
}

/** Where the rows of a list come from: the search, the locked, the PINs, or the table along one of its indexes. */
function sourceSql(query: ContactFilter, { country, adviceMonths }: ListSettings, add: Add): Source | undefined {
  const filters = filterSql(query, add);
  const pins = query.pin && PIN_FILTERS[query.pin](adviceMonths, add);
  if (query.q) {
    if (pins) filters.push(`EXISTS (SELECT 1 FROM credentials k WHERE k.identity_id = c.identity_id AND ${pins})`);
    const terms = readSearch(query.q, country);
    const found = searchConditions(terms, { row: 'c', phones: { table: 'contact_phones', owner: 'contact_id' } }, add);
    const matching = (condition: string) =>
      `(SELECT c.id FROM contacts c${whereSql([condition, ...filters])} LIMIT ${SEARCH_BOUND})`;
    return found.length === 0
      ? undefined
      : {
          from: `(${found.map(matching).join(' UNION ')}) m JOIN contacts c ON c.id = m.id`,
          where: [],
          search: terms.kind === 'digits' && terms.isWhole ? 'exact' : 'pattern',
        };
  }
  const pinned = pins ? ` JOIN credentials k ON k.identity_id = c.identity_id AND ${pins}` : '';
  const search = pins ? { search: 'pattern' as const } : {};
  if (query.access !== 'locked') return { from: `contacts c${pinned}`, where: filters, ...search };
  const locked = `SELECT DISTINCT b.identity_id FROM attempt_budgets b WHERE b.identity_id IS NOT NULL AND ${isLocked('b')} LIMIT 10000`;
  return { from: `(${locked}) l JOIN contacts c ON c.identity_id = l.identity_id${pinned}`, where: filters, ...search };
}

const whereSql = (conditions: string[]): string => (conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '');

/** Names come from closed lists, never from the request (AZN-9): written out, so that partial indexes are found. */
function filterSql(query: ContactFilter, add: Add): string[] {
  const filters: string[] = [];
  if (query.customerId) filters.push(`c.customer_id = ${add(query.customerId)}`);
  if (query.status) filters.push(`c.status = '${query.status}'`);
  if (query.invitation) filters.push(`c.invitation = '${query.invitation}'`);
  if (query.portalUser !== undefined) filters.push(query.portalUser ? 'c.is_portal_user' : 'NOT c.is_portal_user');
  if (query.access === 'locked') filters.push(LOCKED_OUT);
  else if (query.access) filters.push(`c.access = '${query.access}'`);
  if (query.access === 'invited' || query.access === 'active') filters.push(`NOT ${LOCKED_OUT}`);
  return filters;
}

export interface Statement {
  sql: string;
  values: unknown[];
}

/** The statement of a list, or of a search the one that finds the ids; undefined when the search text says nothing yet. Exported for the tests that look at its plan. */
export function contactListSql(query: ContactQuery, known: ListSettings): Statement | undefined {
  const values: unknown[] = [];
  const add: Add = (value) => `$${values.push(value)}`;
  const sort = SORTS[query.sort];
  const source = sourceSql(query, known, add);
  if (!source) return undefined;
  const after = query.cursor ? [afterCursor(query, add)] : [];
  const picked = `SELECT ${source.search ? 'c.id' : 'c.*'} FROM ${source.from}${whereSql([...source.where, ...after])} ORDER BY ${sort.order} LIMIT ${add(query.limit + 1)}`;
  if (source.search) return { sql: source.search === 'exact' ? picked : `${UNNAMED} ${picked}`, values };
  return { sql: `${CONTACT_ROW} FROM (${picked}) c ${CONTACT_JOINS} ORDER BY ${sort.order}`, values };
}

/** The next ids of all that fit, in the order of the list by name, after this one with its name as it sorts; a search finds as many as the list shows of it. */
export function contactIdsSql(
  filter: ContactFilter,
  known: ListSettings,
  { after, limit }: { after: { id: string; place: string } | null; limit: number },
): Statement | undefined {
  const values: unknown[] = [];
  const add: Add = (value) => `$${values.push(value)}`;
  const source = sourceSql(filter, known, add);
  if (!source) return undefined;
  const { order, after: isAfter } = SORTS.name;
  const where = [...source.where, ...(after ? [isAfter(add(after.place), add(after.id))] : [])];
  return {
    sql: `${source.search === 'pattern' ? UNNAMED : ''} SELECT c.id, c.name_key AS place FROM ${source.from}${whereSql(where)} ORDER BY ${order} LIMIT ${add(limit)}`,
    values,
  };
}

function afterCursor(query: ContactQuery, add: Add): string {
  const [sort, value, id] = readCursor(query.cursor ?? '', 3);
  if (sort !== query.sort || typeof value !== 'string' || typeof id !== 'string')
    throw new AppError('request.invalid_parameters');
  return SORTS[query.sort].after(add(value), add(id));
}
