import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { extend, type Lease } from '../../db/leases.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { type ListSettings, listSettings } from '../../contacts/contacts.queries.js';
import type { StaffActor } from '../../http/actors.js';
import { SettingsService } from '../../settings/settings.service.js';
import { accessFacts } from '../giving/access-facts.js';
import { accessPlan, type Wish } from '../giving/access-plan.js';
import type { GiveAccess } from '../giving/giving.dto.js';
import { SmsRules } from '../giving/ways/sms-way.js';
import { PinRotations } from '../pins/rotation/pin-rotations.js';
import type { AccessRunKind, AccessRunVerdict } from './access-run.dto.js';
import { type Choice, chosenSql, FORGET_WORDS, type Place } from './access-run-choice.js';
import { keepCounts } from './access-runs.queries.js';
import { type Match, matchLines, type NewRow } from './access-run-matches.js';
import { oncePerLogin } from './once-per-login.js';
import { type Actor, actorNow } from './run-actor.js';
import { verdictOf } from './run-verdict.js';

const BATCH = 500;
/** Of contacts written down in one statement. */
const PORTION = 2_000;
/** Then other runs have their turn. */
const BATCHES_AT_ONCE = 4;

export interface PlanningRun extends Lease {
  kind: AccessRunKind;
  strategy: GiveAccess['strategy'];
  choice: Choice | null;
  isFilled: boolean;
  actor: Actor;
}

interface Verdict {
  position: number;
  contactId: string | null;
  state: 'waiting' | 'skipped';
  verdict: AccessRunVerdict;
}

const NEW = `SELECT position, contact_id AS "contactId", sought FROM access_run_rows WHERE run_id = $1 AND state = 'new' ORDER BY position LIMIT ${BATCH} FOR UPDATE`;

/** Under the lock of its row: a run that is filled, or was stopped meanwhile, takes no more. */
const HOLD = `SELECT place FROM access_runs WHERE id = $1 AND NOT is_filled AND state = 'planning' FOR UPDATE`;

const FILL = `
  INSERT INTO access_run_rows (run_id, position, contact_id)
  SELECT $1, coalesce((SELECT max(position) FROM access_run_rows WHERE run_id = $1), 0) + w.place, w.id FROM unnest($2::uuid[]) WITH ORDINALITY AS w (id, place)`;

const WRITE = `
  UPDATE access_run_rows x SET contact_id = v."contactId", state = v.state, verdict = v.verdict, sought = NULL
    FROM jsonb_to_recordset($2::jsonb) AS v(position int, "contactId" uuid, state text, verdict text) WHERE x.run_id = $1 AND x.position = v.position`;

/** The dry run: what would be done for each contact, by the same rules that do it. Nothing is given. */
@Injectable()
export class AccessRunPlanner {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly sms: SmsRules,
    private readonly pins: PinRotations,
  ) {}

  /** Plans some. True when all is planned; the run then waits for its start. Goes on where an earlier process died. */
  async planSome(run: PlanningRun, leaseSeconds: number): Promise<boolean> {
    if (!run.isFilled) {
      await this.fillSome(run, leaseSeconds);
      return false;
    }
    const staff = await actorNow(this.db, run.actor, run.kind);
    const mayIssuePin = staff?.permissions.has('credential:set') ?? false;
    for (let count = 0; count < BATCHES_AT_ONCE; count += 1) {
      if ((await extend(this.db, 'access_runs', { leases: [run], leaseSeconds })).length === 0) return false;
      const wish = { strategy: run.strategy, mayIssuePin, smsCountries: await this.sms.countries(this.db) };
      const judge = (tx: Db, ids: readonly string[]) =>
        run.kind === 'pins' ? this.judgePins(tx, ids, staff) : judgeAccess(tx, ids, wish);
      if (!(await transaction(this.db, (tx) => this.batch(tx, run, judge)))) return true;
    }
    return false;
  }

  /** Writes down some of the contacts that fit, in the order of the list: in portions, however many they are. */
  private async fillSome(run: PlanningRun, leaseSeconds: number): Promise<void> {
    const known = listSettings(await this.settings.read());
    for (let count = 0; count < BATCHES_AT_ONCE; count += 1) {
      if ((await extend(this.db, 'access_runs', { leases: [run], leaseSeconds })).length === 0) return;
      if (await transaction(this.db, (tx) => this.fillPortion(tx, run, known))) return;
    }
  }

  /** True when there are no more. */
  private async fillPortion(tx: Db, { id, choice }: PlanningRun, known: ListSettings): Promise<boolean> {
    const held = await first<{ place: Place | null }>(tx, HOLD, [id]);
    if (!held) return true;
    const next = choice ? chosenSql(choice, known, { after: held.place, limit: PORTION }) : undefined;
    const found = next ? await rows<Place>(tx, next.sql, next.values) : [];
    await rows(tx, FILL, [id, found.map((one) => one.id)]);
    const last = found.length === PORTION ? found.at(-1) : undefined;
    if (last) await rows(tx, `UPDATE access_runs SET place = $2 WHERE id = $1`, [id, JSON.stringify(last)]);
    else await rows(tx, `UPDATE access_runs SET is_filled = true, ${FORGET_WORDS} WHERE id = $1`, [id]);
    return last === undefined;
  }

  /** False when none was left. */
  private async batch(tx: Db, run: PlanningRun, judge: Judge): Promise<boolean> {
    const lines = await rows<NewRow>(tx, NEW, [run.id]);
    if (lines.length === 0) {
      await keepCounts(tx, run.id);
      return false;
    }
    const matches = await matchLines(tx, lines);
    const found = lines.map((line) => ({ ...line, match: matchOf(line, matches) }));
    const ids = found.flatMap(({ match }) => (typeof match === 'string' ? [] : [match.contactId]));
    const known = await rows<{ id: string }>(
      tx,
      `SELECT DISTINCT contact_id AS id FROM access_run_rows WHERE run_id = $1 AND state <> 'new' AND contact_id = ANY ($2)`,
      [run.id, ids],
    );
    const judged = await judge(tx, ids);
    const once = run.kind === 'pins' ? await oncePerLogin(tx, run.id, ids) : asJudged;
    const seen = new Set(known.map(({ id }) => id));
    const verdicts = found.map(({ position, match }): Verdict => {
      if (typeof match === 'string') return { position, contactId: null, state: 'skipped', verdict: match };
      const { contactId } = match;
      const one = judged.get(contactId);
      if (!one) return { position, contactId: null, state: 'skipped', verdict: 'gone' };
      if (seen.has(contactId)) return { position, contactId, state: 'skipped', verdict: 'duplicate' };
      seen.add(contactId);
      return { position, contactId, ...once(contactId, one) };
    });
    await rows(tx, WRITE, [run.id, JSON.stringify(verdicts)]);
    return true;
  }

  private async judgePins(tx: Db, ids: readonly string[], staff: StaffActor | undefined): Promise<Judged> {
    if (!staff) return new Map(ids.map((id) => [id, { state: 'skipped', verdict: 'not_allowed' }]));
    const found = [...(await this.pins.plan(tx, ids, staff))];
    return new Map(
      found.map(([id, reason]) => [
        id,
        reason ? { state: 'skipped', verdict: reason } : { state: 'waiting', verdict: 'email' },
      ]),
    );
  }
}

/** What would become of each contact that is there. */
type Judged = Map<string, Pick<Verdict, 'state' | 'verdict'>>;
type Judge = (tx: Db, ids: readonly string[]) => Promise<Judged>;

const asJudged = (_contactId: string, judged: Pick<Verdict, 'state' | 'verdict'>) => judged;

async function judgeAccess(tx: Db, ids: readonly string[], wish: Wish): Promise<Judged> {
  const found = await accessFacts(tx, ids);
  return new Map(
    found.map((one) => {
      const plan = accessPlan(one, wish);
      return [one.contactId, { state: plan.way ? 'waiting' : 'skipped', verdict: verdictOf(plan) }];
    }),
  );
}

const matchOf = ({ position, contactId }: NewRow, matches: ReadonlyMap<number, Match>): Match =>
  contactId ? { contactId } : (matches.get(position) ?? 'not_found');
