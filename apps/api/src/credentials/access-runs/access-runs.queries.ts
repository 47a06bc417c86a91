import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { contactNameSql } from '../../customers/login-fates.js';
import { type Db, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import type { PageQuery } from '../../http/schemas.js';
import { ASKED_LOGIN } from '../joining/joining-sql.js';
import { REMINDABLE, rotatedPinSql } from '../pins/rotation/rotation-sql.js';
import { AccessRunReceivers, type ReadRow } from './access-run-receivers.js';
import type { AccessRunDto, AccessRunRowQuery, AccessRunRowState } from './access-run.dto.js';

type Row = Omit<AccessRunDto, 'counts' | 'unplanned' | 'allowedActions' | 'pins'> & {
  graceDays: number | null;
  oldEndsAt: Date | null;
  counts: (Pick<AccessRunDto['counts'][number], 'verdict' | 'count'> & { state: string })[];
  createdText: string;
};

/** What was to be given when a run was stopped was not: no row is written for that. */
const STATE = `CASE WHEN x.state = 'waiting' AND r.state = 'stopped' THEN 'not_sent' ELSE x.state END`;

/** Rows of a run by state and verdict. Kept in the run while it rests, counted anew while it moves. */
const COUNTED = `
  SELECT coalesce(json_agg(json_build_object('state', g.state, 'verdict', g.verdict, 'count', g.count)), '[]')
    FROM (SELECT x.state, x.verdict, count(*)::int AS count FROM access_run_rows x WHERE x.run_id = r.id GROUP BY x.state, x.verdict) g`;

/** Writes down how a run stands that rests from now on, in the transaction that puts it to rest. */
export async function keepCounts(tx: Db, runId: string): Promise<void> {
  await rows(tx, `UPDATE access_runs r SET counts = (${COUNTED})::jsonb WHERE r.id = $1`, [runId]);
}

const RUN = `
  SELECT r.id, r.kind, r.grace_days AS "graceDays", r.old_ends_at AS "oldEndsAt", r.source, r.file_name AS "fileName", r.strategy, r.per_minute AS "perMinute", r.state, r.ending, coalesce(r.counts, (${COUNTED})::jsonb) AS counts,
         r.created_by_name AS "createdByName", CASE WHEN r.started_at IS NOT NULL THEN r.actor ->> 'name' END AS "startedByName", r.created_at AS "createdAt", r.started_at AS "startedAt",
         r.finished_at AS "finishedAt", r.created_at::text AS "createdText"
    FROM access_runs r`;

const ROWS = `
  SELECT x.position, x.line, x.entry, ${STATE} AS state, x.verdict, x.at, n.state AS delivery, CASE WHEN x.credential_id IS NOT NULL THEN ${rotatedPinSql('x.credential_id')} END AS pin,
         CASE WHEN n.id IS NOT NULL THEN n.to_address WHEN x.state = 'waiting' AND x.verdict IN ('email', 'added') THEN c.email
              WHEN x.state = 'waiting' AND x.verdict = 'joining' THEN (SELECT coalesce(a.email, (SELECT min(p.e164) FROM identity_phones p WHERE p.identity_id = a.id)) FROM identities a WHERE a.id = ${ASKED_LOGIN}) END AS to,
         CASE WHEN n.id IS NULL AND x.state = 'waiting' AND r.kind = 'access' THEN r.strategy END AS strategy,
         CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', ${contactNameSql('c')}, 'customerId', u.id, 'customerName', u.name) END AS contact
    FROM (SELECT * FROM access_run_rows w WHERE w.run_id = $1 AND w.position > $2::int AND w.state <> 'new'
             AND ($3::text IS NULL OR w.state = $3) AND ($4::text IS NULL OR w.verdict = $4)
             AND ($6::text IS NULL OR (w.credential_id IS NOT NULL AND ${rotatedPinSql('w.credential_id')} = $6)) ORDER BY w.position LIMIT $5) x
    JOIN access_runs r ON r.id = x.run_id
    LEFT JOIN contacts c ON c.id = x.contact_id
    LEFT JOIN customers u ON u.id = c.customer_id
    LEFT JOIN notifications n ON n.id = x.notification_id
   ORDER BY x.position`;

/** New PINs of a run by what became of them. */
const PINS = `
  SELECT p.pin, count(*)::int AS count FROM (SELECT ${rotatedPinSql('x.credential_id')} AS pin FROM access_run_rows x WHERE x.run_id = $1 AND x.credential_id IS NOT NULL) p
   GROUP BY p.pin ORDER BY p.pin`;

type PinCounts = NonNullable<NonNullable<AccessRunDto['pins']>['counts']>;

function actionsOf({ state, startedAt }: Pick<Row, 'state' | 'startedAt'>): AccessRunDto['allowedActions'] {
  if (state === 'planned') return ['start', 'stop'];
  if (state === 'planning' || state === 'running') return ['stop'];
  return state === 'stopped' && startedAt ? ['start'] : [];
}

/** Of a run whose new PINs are sent: while an older one still works, or a new one is still to be used. */
function pinActions(
  { state, startedAt }: Pick<Row, 'state' | 'startedAt'>,
  pins: PinCounts,
): AccessRunDto['allowedActions'] {
  const has = (...wanted: readonly string[]): boolean => pins.some(({ pin }) => wanted.includes(pin));
  const isInGrace = has('on_way', 'unused', 'undelivered');
  if (state === 'stopped' && startedAt) return isInGrace ? ['start'] : [];
  if (state !== 'done') return [];
  return [
    ...(isInGrace ? (['stop'] as const) : []),
    ...(has(...REMINDABLE) ? (['remind'] as const) : []),
    ...(has('unused') ? (['finish'] as const) : []),
  ];
}

function toDto({ createdText: _, graceDays, oldEndsAt, ...row }: Row, pins: PinCounts | null = null): AccessRunDto {
  const isStopped = row.state === 'stopped';
  const shown = ({ state }: Row['counts'][number]) => (state === 'waiting' && isStopped ? 'not_sent' : state);
  const counts = row.counts.flatMap((one) =>
    one.state === 'new' ? [] : [{ ...one, state: shown(one) as AccessRunRowState }],
  );
  const unplanned = row.counts.find(({ state }) => state === 'new')?.count ?? 0;
  const isLeft = counts.some(({ state }) => state === 'waiting' || state === 'not_sent');
  const allowedActions = actionsOf(row).filter((action) => action !== 'start' || isLeft);
  return {
    ...row,
    counts,
    unplanned,
    pins: graceDays === null ? null : { graceDays, oldEndsAt, counts: pins },
    allowedActions: [...new Set([...allowedActions, ...pinActions(row, pins ?? [])])],
  };
}

/** A stopped run's rows are stored as waiting. */
const storedState = (state: AccessRunRowState | undefined): string | null =>
  state === 'not_sent' ? 'waiting' : (state ?? null);

@Injectable()
export class AccessRunsQueries {
  constructor(
    private readonly db: DataSource,
    private readonly receivers: AccessRunReceivers,
  ) {}

  /** Throws row.not_found. */
  async get(id: string, db: Db = this.db): Promise<AccessRunDto> {
    const [row] = await rows<Row>(db, `${RUN} WHERE r.id = $1`, [id]);
    if (!row) throw new AppError('row.not_found');
    return toDto(row, row.kind === 'pins' ? await rows<PinCounts[number]>(db, PINS, [id]) : null);
  }

  async list(query: PageQuery) {
    const before = query.cursor ? readCursor(query.cursor, 2) : [null, null];
    const found = await rows<Row>(
      this.db,
      `${RUN} WHERE $1::timestamptz IS NULL OR (r.created_at, r.id) < ($1::timestamptz, $2::uuid) ORDER BY r.created_at DESC, r.id DESC LIMIT $3`,
      [...before, query.limit + 1],
    );
    const { items, nextCursor } = page(found, query.limit, (last) => cursorOf(last.createdText, last.id));
    return { items: items.map((one) => toDto(one)), nextCursor };
  }

  /** In the order of the list or file they came from. */
  async rows(id: string, query: AccessRunRowQuery) {
    await this.get(id);
    return this.page(id, query);
  }

  /** The same of a run that is known to be there. */
  async page(id: string, query: AccessRunRowQuery) {
    const [after] = query.cursor ? readCursor(query.cursor, 1) : [0];
    const values = [id, after, storedState(query.state), query.verdict ?? null, query.limit + 1, query.pin ?? null];
    const found = await rows<ReadRow>(this.db, ROWS, values);
    return page(await this.receivers.named(this.db, found), query.limit, (last) => cursorOf(last.position));
  }
}
