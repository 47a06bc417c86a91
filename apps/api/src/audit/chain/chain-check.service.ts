import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Keys, sameText } from '../../config/keys.js';
import { first, rows, transaction } from '../../db/sql.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, readCursor } from '../../http/paging.js';
import { type AuditLine, isAsWritten, LINE_COLUMNS } from '../line-mac.js';
import type { AuditChainCheck, AuditChainState, BrokenLine } from './chain.dto.js';
import { AT_TEXT, type ChainRow, endsMac, readChain, sealHash } from './chain-row.js';
import { ChainSealer } from './chain-sealer.service.js';

const AT_ONCE = 1_000;
/** So many in one request, or one turn of the daily check: about two seconds. */
const PORTION = 20_000;
const DAY_HOURS = 24;

interface Sealed extends Partial<AuditLine> {
  position: number;
  eventId: string;
  hash: string;
  at: Date | null;
  atText: string | null;
  mac: string | null;
  erasedMac: string | null;
}

/** Where a check stands: the last line it has read, and that line's hash. */
interface Place {
  position: number;
  hash: string;
}

interface Part {
  /** Read through here before; undefined: nothing yet. */
  place: Place | undefined;
  portion: number;
}

interface Walked {
  lines: number;
  broken: BrokenLine | null;
  /** Where to go on; null at the end. */
  next: Place | null;
}

interface CheckFrom {
  from?: string | undefined;
  /** Null: the product itself. */
  byName: string | null;
  /** Lines to read now. */
  portion?: number;
}

/** Reads the whole chain and says whether each line is what was written, is there, and stands where it stood. */
@Injectable()
export class ChainCheck {
  private readonly log = new Logger('audit');

  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly sealer: ChainSealer,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'checking the audit', pauseMs: HOUR_MS, work: () => this.checkDaily() });
  }

  /** What the last check found, and what there is to check. */
  async last(): Promise<AuditChainState> {
    const row = await first<Omit<AuditChainState, 'head'> & { head: string; position: number }>(
      this.db,
      `SELECT checked_at AS "checkedAt", checked_by_name AS "checkedByName", checked_lines AS lines, broken, head_hash AS head, head_position AS position FROM audit_chain WHERE id = 1`,
    );
    if (!row) throw new AppError('row.not_found');
    const { position, ...state } = row;
    return { ...state, head: { position, hash: row.head } };
  }

  /** The next portion. Seals what is new first, so that every line is among those checked. One at a time; throws audit.being_checked. */
  async check({ from, byName, portion = PORTION }: CheckFrom): Promise<AuditChainCheck> {
    if (from === undefined) await this.sealer.seal();
    const place = from === undefined ? undefined : this.read(from);
    const { lines, broken, next } = await transaction(this.db, (tx) => this.walk(tx, { place, portion }));
    if (next) return { ...(await this.last()), next: this.token(next), done: lines };
    await rows(
      this.db,
      `UPDATE audit_chain SET checked_at = now(), checked_by_name = $3, checked_lines = $1, broken = $2 WHERE id = 1`,
      [lines, broken && JSON.stringify(broken), byName],
    );
    const state = await this.last();
    // In the log as well, which is kept elsewhere: a chain that was cut at its end and sealed anew has another head there.
    this.log.log({ lines, broken, head: state.head }, 'the audit was checked');
    return { ...state, next: null, done: lines };
  }

  /** Once a day, also where nobody ever presses the button: a chain that is broken stands on Home from then on. */
  async checkDaily(): Promise<void> {
    const isDue = `SELECT 1 FROM audit_chain WHERE id = 1 AND (checked_at IS NULL OR checked_at < now() - make_interval(hours => ${DAY_HOURS}))`;
    if (!(await first(this.db, isDue))) return;
    for (let from: string | null | undefined; from !== null;)
      from = (await this.check({ from: from ?? undefined, byName: null })).next;
  }

  /** Signed: nobody has a part of the chain passed over. */
  private token({ position, hash }: Place): string {
    return cursorOf(position, hash, this.placeMac(String(position), hash));
  }

  private read(from: string): Place {
    const [position, hash, mac] = readCursor(from, 3).map(String) as [string, string, string];
    if (!sameText(mac, this.placeMac(position, hash))) throw new AppError('request.invalid_parameters');
    return { position: Number(position), hash };
  }

  private placeMac(position: string, hash: string): string {
    return this.keys.mac('audit', 'checked-through', position, hash);
  }

  /** In one snapshot: lines that are written meanwhile, and old ones that go, do not disturb it. */
  private async walk(tx: EntityManager, part: Part): Promise<Walked> {
    await rows(tx, 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const turn = await first<{ mine: boolean }>(
      tx,
      `SELECT pg_try_advisory_xact_lock(hashtext('audit-check')) AS mine, set_config('statement_timeout', '60s', true)`,
    );
    if (!turn?.mine) throw new AppError('audit.being_checked');
    const chain = await readChain(tx);
    if (!this.areEndsOurs(chain))
      return { lines: 0, broken: placeOf('seals_changed', chain.startPosition), next: null };
    const walked = await this.walkSeals(tx, chain, part);
    return walked.next ? walked : { ...walked, broken: walked.broken ?? (await this.unsealedLine(tx, chain)) };
  }

  private areEndsOurs(chain: ChainRow): boolean {
    const isNew = chain.startPosition === 0 && chain.headPosition === 0;
    return isNew || sameText(chain.mac, endsMac(this.keys, chain));
  }

  private async walkSeals(tx: EntityManager, chain: ChainRow, { place, portion }: Part): Promise<Walked> {
    // What was read before may have become too old and be gone: then from the start that is left.
    const start: Place = { position: chain.startPosition, hash: chain.startHash };
    let { position, hash } = place && place.position > start.position ? place : start;
    const until = position + portion;
    const limit = Math.min(AT_ONCE, portion);
    const lines = () => position - chain.startPosition;
    for (;;) {
      const found = await this.next(tx, position, limit);
      for (const line of found) {
        const kind = this.problemOf(line, { position: position + 1, before: hash });
        if (kind) return { lines: lines(), broken: nameOf(line, kind), next: null };
        ({ position, hash } = line);
      }
      if (found.length < limit) break;
      if (position >= until) return { lines: lines(), broken: null, next: { position, hash } };
    }
    const isWhole = position === chain.headPosition && hash === chain.headHash;
    return { lines: lines(), broken: isWhole ? null : placeOf('removed', position + 1), next: null };
  }

  private next(tx: EntityManager, after: number, limit: number): Promise<Sealed[]> {
    return rows<Sealed>(
      tx,
      `SELECT s.position, s.event_id AS "eventId", s.hash, e.at, ${AT_TEXT}, e.mac, e.erased_mac AS "erasedMac", ${LINE_COLUMNS}
         FROM audit_seals s LEFT JOIN audit_events e ON e.id = s.event_id WHERE s.position > $1 ORDER BY s.position LIMIT $2`,
      [after, limit],
    );
  }

  private problemOf(line: Sealed, expected: { position: number; before: string }): BrokenLine['kind'] | null {
    if (line.position !== expected.position) return 'seals_changed';
    const { atText, mac } = line;
    if (!isLine(line) || atText === null) return 'removed';
    if (mac === null || !isAsWritten(this.keys, line, mac)) return 'changed';
    return line.hash === sealHash(this.keys, expected.before, { id: line.id, mac, atText }) ? null : 'changed';
  }

  /** A line in the table that the chain does not know although its time was sealed, or that carries no MAC of ours. */
  private async unsealedLine(tx: EntityManager, chain: ChainRow): Promise<BrokenLine | null> {
    const line = await first<{ eventId: string; at: Date; action: string }>(
      tx,
      `SELECT e.id AS "eventId", e.at, e.action FROM audit_events e
        WHERE (e.id <= $1 OR e.mac IS NULL) AND NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.event_id = e.id) ORDER BY e.id LIMIT 1`,
      [chain.sealedThrough],
    );
    return line ? { kind: 'inserted', position: null, ...line, at: line.at.toISOString() } : null;
  }
}

const isLine = (line: Sealed): line is Sealed & AuditLine => typeof line.id === 'string';

/** Where no line tells more. */
const placeOf = (kind: BrokenLine['kind'], position: number): BrokenLine => ({
  kind,
  position,
  eventId: null,
  at: null,
  action: null,
});

const nameOf = (line: Sealed, kind: BrokenLine['kind']): BrokenLine => ({
  kind,
  position: line.position,
  eventId: line.eventId,
  at: line.at?.toISOString() ?? null,
  action: line.action ?? null,
});
