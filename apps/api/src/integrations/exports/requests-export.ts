import { Injectable, type StreamableFile } from '@nestjs/common';
import { ResetLogQueries } from '../../credentials/resets/reset-log.queries.js';
import type { ResetRequestDto, ResetRequestFilter } from '../../credentials/resets/resets.dto.js';
import type { StaffActor } from '../../http/actors.js';
import { type Cell, inPages } from '../sheets/sheet.js';
import type { SheetFormat } from '../sheets/sheet-file.js';
import { AT_ONCE, RecordedExports } from './recorded-exports.js';

const HEADER = [
  'asked',
  'customer_name',
  'contact_name',
  'state',
  'mode',
  'sent_to',
  'sms_to',
  'sms_state',
  'error',
  'customer_id',
  'contact_id',
  'id',
] as const;

@Injectable()
export class RequestsExport {
  constructor(
    private readonly exports: RecordedExports,
    private readonly log: ResetLogQueries,
  ) {}

  export(filter: ResetRequestFilter, format: SheetFormat, staff: StaffActor): Promise<StreamableFile> {
    const records = cells(inPages<ResetRequestDto>((last) => this.log.before(last?.id ?? null, filter, AT_ONCE)));
    const made = { name: 'password-requests', header: HEADER, records, needs: 'contact:read', filter } as const;
    return this.exports.make(made, format, staff);
  }
}

async function* cells(found: AsyncIterable<ResetRequestDto>): AsyncGenerator<Cell[]> {
  for await (const { createdAt, sms, ...line } of found)
    yield [
      createdAt.toISOString(),
      line.customerName,
      line.contactName,
      line.state,
      line.mode,
      line.sentTo,
      sms?.to ?? null,
      sms?.state ?? null,
      line.error,
      line.customerId,
      line.contactId,
      line.id,
    ];
}
