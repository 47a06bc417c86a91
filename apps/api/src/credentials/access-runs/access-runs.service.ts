import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import { LiveEvents } from '../../live/live-events.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { AccessRunDto, PlanAccessRun } from './access-run.dto.js';
import { AccessRunsQueries, keepCounts } from './access-runs.queries.js';
import { actorOf } from './run-actor.js';

export interface NewRun {
  id: string;
  source: 'contacts' | 'filter' | 'file';
  strategy: string;
  filter?: object | undefined;
  fileName?: string;
}

interface Change {
  action: 'access_run.started' | 'access_run.stopped';
  set: string;
  /** From which states. */
  where: string;
  values: unknown[];
}

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
  async plan(id: string, { contactIds, filter, strategy }: PlanAccessRun, staff: StaffActor): Promise<AccessRunDto> {
    const source = contactIds ? 'contacts' : 'filter';
    await this.create({ id, source, strategy, filter }, staff, async (tx) => {
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
      const { id, source, strategy, filter, fileName } = run;
      const made = await first(
        tx,
        `INSERT INTO access_runs (id, source, strategy, filter, file_name, per_minute, is_filled, actor, created_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id`,
        [
          id,
          source,
          strategy,
          filter ? JSON.stringify(filter) : null,
          fileName ?? null,
          invitations.perMinute,
          source !== 'filter',
          JSON.stringify(actorOf(staff)),
          staff.name,
        ],
      );
      if (!made) return;
      await fill(tx);
      await this.audit.record(tx, staff, 'access_run.planned', { subjectId: id, source, fileName });
      await this.live.publish(tx, { type: 'access_run.changed', id });
    });
  }

  /** Also goes on with one that was stopped. */
  start(id: string, staff: StaffActor): Promise<AccessRunDto> {
    return this.move(id, staff, {
      action: 'access_run.started',
      set: `state = 'running', actor = $2, started_at = coalesce(started_at, now()), finished_at = NULL, ending = NULL, counts = NULL, next_at = now()`,
      where: `state = 'planned' OR (state = 'stopped' AND started_at IS NOT NULL)`,
      values: [JSON.stringify(actorOf(staff))],
    });
  }

  /** What was given stays given; the rest is not. Whoever is being given access at this moment is waited for. */
  stop(id: string, staff: StaffActor): Promise<AccessRunDto> {
    return this.move(id, staff, {
      action: 'access_run.stopped',
      set: `state = 'stopped', ending = 'by_staff', finished_at = now()`,
      where: `state IN ('planning', 'planned', 'running')`,
      values: [],
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
      if (!moved) throw new AppError('access_run.wrong_state', { state: run.state });
      if (change.action === 'access_run.stopped') await keepCounts(tx, id);
      await this.audit.record(tx, staff, change.action, { subjectId: id, ...given(run) });
      await this.live.publish(tx, { type: 'access_run.changed', id });
      return this.queries.get(id, tx);
    });
  }
}

/** How many were given access, and how many are left. */
function given({ counts }: AccessRunDto): { given: number; waiting: number } {
  const count = (...states: string[]): number =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
  return { given: count('given'), waiting: count('waiting', 'not_sent') };
}
