import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import { LiveEvents } from '../../live/live-events.js';
import { SettingsService } from '../../settings/settings.service.js';
import { hasTakenOver, REMINDABLE, rotatedPinSql } from '../pins/rotation/rotation-sql.js';
import type { AccessRunDto, AccessRunKind, PlanAccessRun } from './access-run.dto.js';
import { FORGET_WORDS } from './access-run-choice.js';
import { AccessRunsQueries, keepCounts } from './access-runs.queries.js';
import { actorOf, NEEDED } from './run-actor.js';

export interface NewRun {
  id: string;
  source: AccessRunDto['source'];
  strategy: string;
  kind?: AccessRunKind;
  graceDays?: number;
  filter?: object | undefined;
  fileName?: string;
}

interface Change {
  action: 'access_run.started' | 'access_run.stopped' | 'access_run.reminded' | 'access_run.finished';
  set: string;
  /** From which states. */
  where: string;
  values: unknown[];
  /** What changes with it. */
  also?: (tx: Db) => Promise<unknown>;
}

/** The new PINs of a run whose older ones still work. */
const IN_GRACE = `p.rotation_id = $1 AND p.state = 'pending' AND NOT coalesce(${hasTakenOver('p')}, false)`;

/** Going on gives everybody the whole grace again. */
const RENEW_GRACE = `
  UPDATE credentials p SET takes_over_at = r.old_ends_at FROM access_runs r WHERE r.id = $1 AND ${IN_GRACE}`;

/** The older PINs stay until the new ones are used. */
const DROP_DATE = `UPDATE credentials p SET takes_over_at = NULL WHERE ${IN_GRACE}`;

/** Only where the new PIN is known to have arrived. */
const END_NOW = `
  UPDATE credentials p SET takes_over_at = now() FROM notifications m WHERE m.id = p.notification_id AND m.state = 'accepted' AND ${IN_GRACE}`;

const ASK_AGAIN = `
  UPDATE access_run_rows x SET state = 'waiting' WHERE x.run_id = $1 AND x.state = 'given' AND ${rotatedPinSql('x.credential_id')} IN (${REMINDABLE.map((one) => `'${one}'`).join(', ')})`;

/** Reminders that were not sent: what was given before stays given. */
const KEEP_GIVEN = `UPDATE access_run_rows SET state = 'given' WHERE run_id = $1 AND state = 'waiting' AND credential_id IS NOT NULL`;

@Injectable()
export class AccessRunsService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
    private readonly queries: AccessRunsQueries,
  ) {}

  /** Nothing is given before it is started. The same `id` again is the same run. */
  async plan(id: string, body: PlanAccessRun, staff: StaffActor): Promise<AccessRunDto> {
    const { contactIds, strategy, kind, graceDays } = body;
    assertMay(kind, staff);
    await this.create({ id, ...choiceOf(body), strategy, kind, graceDays }, staff, async (tx) => {
      await rows(
        tx,
        `INSERT INTO access_run_rows (run_id, position, contact_id, entry)
         SELECT $1, w.position, c.id, CASE WHEN c.id IS NULL THEN w.id::text END FROM unnest($2::uuid[]) WITH ORDINALITY AS w (id, position) LEFT JOIN contacts c ON c.id = w.id`,
        [id, [...new Set(contactIds)]],
      );
    });
    return this.queries.get(id);
  }

  /** Writes the run and, by `fill`, its rows: together, so that no process plans half of it. */
  create(run: NewRun, staff: StaffActor, fill: (tx: Db) => Promise<void>): Promise<void> {
    return transaction(this.db, async (tx) => {
      const { invitations } = await this.settings.read(tx);
      const { id, source, strategy, filter, fileName, kind = 'access', graceDays } = run;
      const made = await first(
        tx,
        `INSERT INTO access_runs (id, source, strategy, filter, file_name, per_minute, is_filled, actor, created_by_name, kind, grace_days)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING RETURNING id`,
        [
          id,
          source,
          strategy,
          filter ? JSON.stringify(filter) : null,
          fileName ?? null,
          invitations.perMinute,
          source !== 'filter' && source !== 'report',
          JSON.stringify(actorOf(staff)),
          staff.name,
          kind,
          kind === 'pins' ? graceDays : null,
        ],
      );
      if (!made) return;
      await fill(tx);
      await this.audit.record(tx, staff, 'access_run.planned', { subjectId: id, kind, source, fileName });
      await this.live.publish(tx, { type: 'access_run.changed', id });
    });
  }

  /** Also goes on with one that was stopped. */
  start(id: string, staff: StaffActor): Promise<AccessRunDto> {
    return this.move(id, staff, {
      action: 'access_run.started',
      set: `state = 'running', actor = $2, started_at = coalesce(started_at, now()), finished_at = NULL, ending = NULL, counts = NULL, next_at = now(),
            old_ends_at = now() + make_interval(days => grace_days)`,
      where: `state = 'planned' OR (state = 'stopped' AND started_at IS NOT NULL)`,
      values: [JSON.stringify(actorOf(staff))],
      also: (tx) => rows(tx, RENEW_GRACE, [id]),
    });
  }

  /** Sends the new PIN once more to who has not used it, at the pace of the run. */
  remind(id: string, staff: StaffActor): Promise<AccessRunDto> {
    return this.move(id, staff, {
      action: 'access_run.reminded',
      set: `state = 'running', actor = $2, finished_at = NULL, ending = NULL, counts = NULL, next_at = now()`,
      where: `kind = 'pins' AND state = 'done'`,
      values: [JSON.stringify(actorOf(staff))],
      also: (tx) => rows(tx, ASK_AGAIN, [id]),
    });
  }

  /** The PINs of before end now, wherever the new one arrived. */
  finish(id: string, staff: StaffActor): Promise<AccessRunDto> {
    return this.move(id, staff, {
      action: 'access_run.finished',
      set: `old_ends_at = now()`,
      where: `kind = 'pins' AND state = 'done'`,
      values: [],
      also: (tx) => rows(tx, END_NOW, [id]),
    });
  }

  /** What was given stays given; the rest is not. Whoever is being given access at this moment is waited for. PINs of before have no end any more. */
  stop(id: string, staff: StaffActor): Promise<AccessRunDto> {
    return this.move(id, staff, {
      action: 'access_run.stopped',
      set: `state = 'stopped', ending = 'by_staff', finished_at = now(), ${FORGET_WORDS}`,
      where: `state IN ('planning', 'planned', 'running') OR (kind = 'pins' AND state = 'done')`,
      values: [],
      also: async (tx) => {
        await rows(tx, DROP_DATE, [id]);
        await rows(tx, KEEP_GIVEN, [id]);
      },
    });
  }

  private move(id: string, staff: StaffActor, change: Change): Promise<AccessRunDto> {
    return transaction(this.db, async (tx) => {
      const moved = await first(
        tx,
        `UPDATE access_runs SET ${change.set}, deaths = 0, lease_until = NULL, lease_token = NULL WHERE id = $1 AND (${change.where}) RETURNING id`,
        [id, ...change.values],
      );
      const run = await this.queries.get(id, tx);
      assertMay(run.kind, staff);
      if (!moved) throw new AppError('access_run.wrong_state', { state: run.state });
      await change.also?.(tx);
      if (change.action === 'access_run.stopped') await keepCounts(tx, id);
      await this.audit.record(tx, staff, change.action, { subjectId: id, kind: run.kind, ...given(run) });
      await this.live.publish(tx, { type: 'access_run.changed', id });
      return this.queries.get(id, tx);
    });
  }
}

/** Where the contacts of a run come from. */
function choiceOf({ contactIds, filter, report }: PlanAccessRun): Pick<NewRun, 'source' | 'filter'> {
  if (contactIds) return { source: 'contacts' };
  return report ? { source: 'report', filter: report } : { source: 'filter', filter };
}

/** New PINs are a matter of people: a key may neither give one nor change when one ends. */
function assertMay(kind: AccessRunKind, staff: StaffActor): void {
  const missing = NEEDED[kind].find((one) => !staff.permissions.has(one));
  if (missing) throw new AppError('access.denied', { missing });
  if (kind === 'pins' && staff.kind === 'key')
    throw new AppError('access.denied', { detail: 'API keys are not accepted here' });
}

/** How many were given access, and how many are left. */
function given({ counts }: AccessRunDto): { given: number; waiting: number } {
  const count = (...states: string[]): number =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
  return { given: count('given'), waiting: count('waiting', 'not_sent') };
}
