import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Keys, sameText } from '../../config/keys.js';
import { rows, transaction } from '../../db/sql.js';
import { AuditService } from '../audit.service.js';
import { type AuditLine, isAsWritten, LINE_COLUMNS } from '../line-mac.js';
import { AT_TEXT, type ChainRow, endsMac, readChain, sealHash, writeEnds } from './chain-row.js';

const AT_ONCE = 1_000;

interface OldLine extends AuditLine {
  position: number;
  hash: string;
  mac: string | null;
  erasedMac: string | null;
  atText: string | null;
  at: Date | null;
  isOld: boolean | null;
}

/** Takes lines that are older than the company keeps from the start of the chain, which then starts later (ADR 20). */
@Injectable()
export class ChainCutter {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly audit: AuditService,
  ) {}

  /** Answers how many went. Stops before a line that is not what was written: what somebody changed is for the check to name, not to be swept away. */
  async cut(months: number): Promise<number> {
    for (let total = 0; ;) {
      const gone = await transaction(this.db, (tx) => this.cutSome(tx, months));
      total += gone;
      if (gone < AT_ONCE) return total;
    }
  }

  private async cutSome(tx: EntityManager, months: number): Promise<number> {
    const chain = await readChain(tx, 'FOR UPDATE');
    if (chain.headPosition === 0 || !sameText(chain.mac, endsMac(this.keys, chain))) return 0;
    const old = this.unbroken(chain, await this.first(tx, chain.startPosition, months));
    const last = old.at(-1);
    if (!last) return 0;
    await rows(tx, `SELECT set_config('latchkey.audit', 'forget', true)`);
    await rows(tx, `DELETE FROM audit_seals WHERE position <= $1`, [last.position]);
    await rows(tx, `DELETE FROM audit_events WHERE id = ANY ($1)`, [old.map(({ id }) => id)]);
    await rows(tx, `SELECT set_config('latchkey.audit', '', true)`);
    await writeEnds(tx, this.keys, { ...chain, startPosition: last.position, startHash: last.hash });
    await this.audit.record(tx, { kind: 'system', name: 'Retention' }, 'audit.shortened', {
      count: old.length,
      until: last.at?.toISOString(),
    });
    return old.length;
  }

  private first(tx: EntityManager, after: number, months: number): Promise<OldLine[]> {
    return rows<OldLine>(
      tx,
      `SELECT s.position, s.hash, ${LINE_COLUMNS}, e.mac, e.erased_mac AS "erasedMac", ${AT_TEXT}, e.at, e.at < now() - make_interval(months => $2) AS "isOld"
         FROM audit_seals s LEFT JOIN audit_events e ON e.id = s.event_id WHERE s.position > $1 ORDER BY s.position LIMIT ${AT_ONCE}`,
      [after, months],
    );
  }

  private unbroken({ startPosition, startHash }: ChainRow, lines: readonly OldLine[]): OldLine[] {
    const old: OldLine[] = [];
    for (const line of lines) {
      const before = old.at(-1);
      if (!line.isOld || line.position !== (before?.position ?? startPosition) + 1) break;
      const { id, mac, atText } = line;
      if (mac === null || atText === null || !isAsWritten(this.keys, line, mac)) break;
      if (!sameText(line.hash, sealHash(this.keys, before?.hash ?? startHash, { id, mac, atText }))) break;
      old.push(line);
    }
    return old;
  }
}
