import { Injectable, type StreamableFile } from '@nestjs/common';
import type { AccessRunRowDto } from '../../credentials/access-runs/access-run.dto.js';
import { AccessRunsQueries } from '../../credentials/access-runs/access-runs.queries.js';
import { sheetFile, type SheetOfParams } from '../sheets/sheet-file.js';

const HEADER = [
  'line',
  'entry',
  'contact_id',
  'name',
  'customer',
  'state',
  'verdict',
  'sent_to',
  'at',
  'delivery',
  'pin',
];

@Injectable()
export class AccessRunResult {
  constructor(private readonly queries: AccessRunsQueries) {}

  /** Every contact or line with what became of it, and of its message so far. */
  async file({ id, format }: SheetOfParams): Promise<StreamableFile> {
    await this.queries.get(id);
    return sheetFile(format, { name: `access-run-${id}`, header: HEADER, records: this.records(id) });
  }

  private async *records(id: string): AsyncGenerator<(string | number | null)[]> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const found = await this.queries.page(id, { limit: 1_000, ...(cursor ? { cursor } : {}) });
      for (const row of found.items) yield record(row);
      cursor = found.nextCursor;
    }
  }
}

function record({
  line,
  entry,
  contact,
  state,
  verdict,
  to,
  at,
  delivery,
  pin,
}: AccessRunRowDto): (string | number | null)[] {
  const who = [contact?.id ?? null, contact?.name ?? null, contact?.customerName ?? null];
  return [line, entry, ...who, state, verdict, to, at?.toISOString() ?? null, delivery, pin];
}
