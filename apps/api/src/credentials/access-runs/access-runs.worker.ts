import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { CONFIG, type Config } from '../../config/config.js';
import { deleteInPortions } from '../../db/in-portions.js';
import { claim, finish } from '../../db/leases.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';
import { LiveEvents } from '../../live/live-events.js';
import { FORGET_WORDS } from './access-run-choice.js';
import { AccessRunGiver } from './access-run-giver.js';
import { AccessRunPlanner, type PlanningRun } from './access-run-planner.js';
import { keepCounts } from './access-runs.queries.js';
import { actorNow } from './run-actor.js';

const POLL_MS = 500;
/** A turn is short; a process that died is not waited for longer. */
const LEASE_SECONDS = 15;
/** What a late process may make up for. */
const CATCH_UP_SECONDS = 3;
const MOST_AT_ONCE = 200;
const RETRY_SECONDS = 10;
const MOST_DEATHS = 5;
const KEPT_DAYS = 90;

/** What the list it comes from was filtered by. */
const CHOICE = `CASE WHEN job.filter IS NOT NULL THEN json_build_object('source', job.source, 'filter', job.filter) END`;

interface Run extends PlanningRun {
  state: 'planning' | 'running';
  perMinute: number;
  oldEndsAt: Date | null;
  deaths: number;
}

type Ending = 'starter_gone' | 'interrupted';

/** What the worker tells, and how long it may be silent. */
@Injectable()
export class AccessRunTools {
  readonly leaseSeconds: number;

  constructor(
    private readonly live: LiveEvents,
    readonly audit: AuditService,
    @Inject(CONFIG) config: Config,
  ) {
    this.leaseSeconds = Math.min(LEASE_SECONDS, config.worker.leaseSeconds);
  }

  tell(tx: Db, id: string): Promise<void> {
    return this.live.publish(tx, { type: 'access_run.changed', id });
  }
}

/** Plans runs, and gives access at the pace each of them has. Runs take turns, and any number of processes may do it at once. */
@Injectable()
export class AccessRunsWorker implements BeforeApplicationShutdown {
  private readonly log = new Logger('access-runs');
  private current: Promise<unknown> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly db: DataSource,
    private readonly planner: AccessRunPlanner,
    private readonly giver: AccessRunGiver,
    private readonly tools: AccessRunTools,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'working on access runs', pauseMs: POLL_MS, work: () => this.work() });
    sweeps.add({ name: 'forgetting old access runs', pauseMs: HOUR_MS, work: () => this.forget() });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.current;
  }

  /** Turns until no run is due. */
  async work(): Promise<void> {
    while (!this.isStopping) {
      const turn = this.turn();
      this.current = turn.catch(() => undefined);
      if (!(await turn)) return;
    }
  }

  /** What was given stays in the audit and on the contacts. */
  async forget(): Promise<void> {
    const old = `created_at < now() - interval '${KEPT_DAYS} days' AND state <> 'running'`;
    await deleteInPortions(this.db, 'access_run_rows', `run_id IN (SELECT id FROM access_runs WHERE ${old})`);
    await deleteInPortions(this.db, 'access_runs', old);
  }

  /** A little of the run that has waited longest. False when none was due. */
  private async turn(): Promise<boolean> {
    const [run] = await claim<Omit<Run, 'id' | 'leaseToken'>>(this.db, {
      table: 'access_runs',
      where: `job.state IN ('planning', 'running') AND job.next_at <= now() AND (job.lease_until IS NULL OR job.lease_until < now())`,
      orderBy: 'job.next_at',
      limit: 1,
      leaseSeconds: this.tools.leaseSeconds,
      set: 'deaths = job.deaths + 1',
      returning: `job.state, job.kind, job.old_ends_at AS "oldEndsAt", job.strategy, ${CHOICE} AS choice, job.is_filled AS "isFilled", job.per_minute AS "perMinute", job.actor, job.deaths`,
    });
    if (!run) return false;
    try {
      if (run.deaths > MOST_DEATHS) await this.stop(run, 'interrupted');
      else if (run.state === 'planning') await this.plan(run);
      else await this.give(run);
    } catch (error) {
      this.log.error({ err: error, runId: run.id }, 'a turn of an access run failed');
      await this.release(run, `next_at = now() + interval '${RETRY_SECONDS} seconds'`);
    }
    return true;
  }

  private async plan(run: Run): Promise<void> {
    const isPlanned = await this.planner.planSome(run, this.tools.leaseSeconds);
    await this.release(run, `${isPlanned ? `state = 'planned', ` : ''}next_at = now(), deaths = 0`);
  }

  private async give(run: Run): Promise<void> {
    const staff = await actorNow(this.db, run.actor, run.kind);
    if (!staff) return this.stop(run, 'starter_gone');
    const count = Math.min(MOST_AT_ONCE, Math.max(1, Math.round(run.perMinute / 60)));
    const isMore = await this.giver.giveSome({ ...run, staff }, count);
    if (!isMore && (await this.end(run))) return;
    // The time that these took of the minute: an early next one would be too fast, a late one makes up for a little.
    const spent = (count * 60) / run.perMinute;
    const next = `greatest(next_at, now() - interval '${CATCH_UP_SECONDS} seconds') + interval '${spent} seconds'`;
    await this.release(run, `next_at = ${next}, deaths = 0`);
  }

  /** True when nothing waits any more; what another process has in hand still does. */
  private end(run: Run): Promise<boolean> {
    return transaction(this.db, async (tx) => {
      const waiting = `SELECT 1 FROM access_run_rows WHERE run_id = $1 AND state = 'waiting' LIMIT 1`;
      if (await first(tx, waiting, [run.id])) return false;
      await this.rest(tx, run, `state = 'done'`);
      return true;
    });
  }

  private stop(run: Run, ending: Ending): Promise<void> {
    return transaction(this.db, (tx) => this.rest(tx, run, `state = 'stopped', ending = '${ending}'`));
  }

  private async rest(tx: Db, run: Run, how: string): Promise<void> {
    const set = `${how}, ${FORGET_WORDS}, finished_at = now(), deaths = 0`;
    if (!(await finish(tx, { ...run, table: 'access_runs' }, { set }))) return;
    await keepCounts(tx, run.id);
    const counts = await rows<{ state: string; count: number }>(
      tx,
      `SELECT state, count(*)::int AS count FROM access_run_rows WHERE run_id = $1 GROUP BY state`,
      [run.id],
    );
    const known = Object.fromEntries(counts.map(({ state, count }) => [state, count]));
    const name = run.kind === 'pins' ? 'New PINs' : 'Access run';
    const actor = { kind: 'system', name: `${name}, ${run.actor.name}` } as const;
    await this.tools.audit.record(tx, actor, 'access_run.ended', {
      subjectId: run.id,
      kind: run.kind,
      given: 0,
      waiting: 0,
      ...known,
    });
    await this.tools.tell(tx, run.id);
  }

  /** Ends the turn. A run that was stopped meanwhile has no lease left to end. */
  private async release(run: Run, set: string): Promise<void> {
    if (await finish(this.db, { ...run, table: 'access_runs' }, { set })) await this.tools.tell(this.db, run.id);
  }
}
