import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Keys } from '../../config/keys.js';
import { rows, transaction } from '../../db/sql.js';
import { Sweeps } from '../../db/sweeps.js';
import { type AuditLine, LINE_COLUMNS, lineMac } from '../line-mac.js';
import { AT_TEXT, type ChainRow, idAtTime, NO_ID, readChain, sealHash, writeEnds } from './chain-row.js';

const AT_ONCE = 2_000;
const PAUSE_MS = 10_000;
/** A line may be committed this long after its id was made and is still sealed. No transaction of ours lives nearly so long. */
const LATE_MS = 30 * 60_000;

interface Unsealed extends AuditLine {
  mac: string | null;
  atText: string;
}

/** Chains committed lines in batches, behind those who write them: nobody waits for the line before (ADR 20). */
@Injectable()
export class ChainSealer {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'sealing the audit', pauseMs: PAUSE_MS, work: () => this.seal() });
  }

  /** Until nothing is left. Several processes may do it at once: they take turns. Answers how many lines were sealed. */
  async seal(): Promise<number> {
    for (let total = 0; ;) {
      const sealed = await transaction(this.db, (tx) => this.sealSome(tx));
      total += sealed;
      if (sealed < AT_ONCE) return total;
    }
  }

  private async sealSome(tx: EntityManager): Promise<number> {
    const now = Date.now();
    const chain = await readChain(tx, 'FOR UPDATE');
    chain.olderThrough ??= idAtTime(now);
    const found = await this.unsealed(tx, chain);
    await this.giveMacs(
      tx,
      found.filter(({ mac }) => mac === null),
    );
    const seals = this.chained(chain, found);
    const last = seals.at(-1);
    if (last) {
      await rows(
        tx,
        `INSERT INTO audit_seals (position, event_id, hash)
         SELECT x.position, x.id, x.hash FROM jsonb_to_recordset($1::jsonb) AS x(position bigint, id uuid, hash text)`,
        [JSON.stringify(seals)],
      );
      await writeEnds(tx, this.keys, { ...chain, headPosition: last.position, headHash: last.hash });
    }
    await this.moveOn(tx, chain, { settled: idAtTime(now - LATE_MS), last: found.length < AT_ONCE ? null : last?.id });
    return found.length;
  }

  /** Lines without a MAC were written before there were any; one that came later is no line of ours and is left for the check to name. */
  private unsealed(tx: EntityManager, chain: ChainRow): Promise<Unsealed[]> {
    return rows<Unsealed>(
      tx,
      `SELECT ${LINE_COLUMNS}, e.mac, ${AT_TEXT} FROM audit_events e
        WHERE e.id > $1 AND (e.mac IS NOT NULL OR e.id <= $2)
          AND NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.event_id = e.id AND s.event_id > $1)
        ORDER BY e.id LIMIT $3`,
      [chain.sealedThrough ?? NO_ID, chain.olderThrough, AT_ONCE],
    );
  }

  private async giveMacs(tx: EntityManager, lines: Unsealed[]): Promise<void> {
    if (lines.length === 0) return;
    for (const line of lines) line.mac = lineMac(this.keys, line);
    await rows(tx, `SELECT set_config('latchkey.audit', 'seal', true)`);
    await rows(
      tx,
      `UPDATE audit_events e SET mac = x.mac FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, mac text) WHERE e.id = x.id`,
      [JSON.stringify(lines.map(({ id, mac }) => ({ id, mac })))],
    );
    await rows(tx, `SELECT set_config('latchkey.audit', '', true)`);
  }

  private chained(chain: ChainRow, lines: readonly Unsealed[]): { position: number; id: string; hash: string }[] {
    let { headPosition: position, headHash: hash } = chain;
    return lines.map(({ id, mac, atText }) => {
      position += 1;
      hash = sealHash(this.keys, hash, { id, mac: mac ?? '', atText });
      return { position, id, hash };
    });
  }

  /** Where the next search starts: no further than what may still be committed late. */
  private async moveOn(
    tx: EntityManager,
    chain: ChainRow,
    { settled, last }: { settled: string; last: string | null | undefined },
  ): Promise<void> {
    const reached = last && last < settled ? last : settled;
    const through = chain.sealedThrough && chain.sealedThrough > reached ? chain.sealedThrough : reached;
    await rows(tx, `UPDATE audit_chain SET sealed_through = $1, older_through = $2 WHERE id = 1`, [
      through,
      chain.olderThrough,
    ]);
  }
}
