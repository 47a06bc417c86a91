import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Keys, sameText } from '../../config/keys.js';
import { first, rows, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { type AuditLine, isAsWritten, LINE_COLUMNS } from '../line-mac.js';
import type { AuditChainState, BrokenLine } from './chain.dto.js';
import { AT_TEXT, type ChainRow, endsMac, readChain, sealHash } from './chain-row.js';
import { ChainSealer } from './chain-sealer.service.js';

const AT_ONCE = 1_000;

interface Sealed extends Partial<AuditLine> {
  position: number;
  eventId: string;
  hash: string;
  at: Date | null;
  atText: string | null;
  mac: string | null;
  erasedMac: string | null;
}

interface Walked {
  lines: number;
  broken: BrokenLine | null;
}

/** Reads the whole chain and says whether each line is what was written, is there, and stands where it stood. */
@Injectable()
export class ChainCheck {
  private readonly log = new Logger('audit');

  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly sealer: ChainSealer,
  ) {}

  /** What the last check found, and what there is to check. */
  async last(): Promise<AuditChainState> {
    const row = await first<Omit<AuditChainState, 'head'> & { head: string; position: number }>(
      this.db,
      `SELECT checked_at AS "checkedAt", checked_lines AS lines, broken, head_hash AS head, head_position AS position FROM audit_chain WHERE id = 1`,
    );
    if (!row) throw new AppError('row.not_found');
    const { position, ...state } = row;
    return { ...state, head: { position, hash: row.head } };
  }

  /** Seals what is new first, so that every line is among those checked. One at a time; throws audit.being_checked. */
  async check(): Promise<AuditChainState> {
    await this.sealer.seal();
    const { lines, broken } = await transaction(this.db, (tx) => this.walk(tx));
    await rows(this.db, `UPDATE audit_chain SET checked_at = now(), checked_lines = $1, broken = $2 WHERE id = 1`, [
      lines,
      broken && JSON.stringify(broken),
    ]);
    const state = await this.last();
    // In the log as well, which is kept elsewhere: a chain that was cut at its end and sealed anew has another head there.
    this.log.log({ lines, broken, head: state.head }, 'the audit was checked');
    return state;
  }

  /** In one snapshot: lines that are written meanwhile, and old ones that go, do not disturb it. */
  private async walk(tx: EntityManager): Promise<Walked> {
    await rows(tx, 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const turn = await first<{ mine: boolean }>(
      tx,
      `SELECT pg_try_advisory_xact_lock(hashtext('audit-check')) AS mine, set_config('statement_timeout', '60s', true)`,
    );
    if (!turn?.mine) throw new AppError('audit.being_checked');
    const chain = await readChain(tx);
    const walked = await this.walkSeals(tx, chain);
    return { ...walked, broken: walked.broken ?? (await this.unsealedLine(tx, chain)) };
  }

  private async walkSeals(tx: EntityManager, chain: ChainRow): Promise<Walked> {
    let { startPosition: position, startHash: hash } = chain;
    const lines = () => position - chain.startPosition;
    const isNew = position === 0 && chain.headPosition === 0;
    if (!isNew && !sameText(chain.mac, endsMac(this.keys, chain)))
      return { lines: 0, broken: { kind: 'seals_changed', position, eventId: null, at: null, action: null } };
    for (;;) {
      const found = await this.next(tx, position);
      for (const line of found) {
        const kind = this.problemOf(line, { position: position + 1, before: hash });
        if (kind) return { lines: lines(), broken: nameOf(line, kind) };
        ({ position, hash } = line);
      }
      if (found.length < AT_ONCE) break;
    }
    const isWhole = position === chain.headPosition && hash === chain.headHash;
    const missing = { kind: 'removed', position: position + 1, eventId: null, at: null, action: null } as const;
    return { lines: lines(), broken: isWhole ? null : missing };
  }

  private next(tx: EntityManager, after: number): Promise<Sealed[]> {
    return rows<Sealed>(
      tx,
      `SELECT s.position, s.event_id AS "eventId", s.hash, e.at, ${AT_TEXT}, e.mac, e.erased_mac AS "erasedMac", ${LINE_COLUMNS}
         FROM audit_seals s LEFT JOIN audit_events e ON e.id = s.event_id WHERE s.position > $1 ORDER BY s.position LIMIT ${AT_ONCE}`,
      [after],
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

const nameOf = (line: Sealed, kind: BrokenLine['kind']): BrokenLine => ({
  kind,
  position: line.position,
  eventId: line.eventId,
  at: line.at?.toISOString() ?? null,
  action: line.action ?? null,
});
