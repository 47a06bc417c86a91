import { Injectable, type StreamableFile } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import type { NotificationDto, NotificationFilter } from '../../notifications/notification.dto.js';
import { NotificationsQueries } from '../../notifications/notifications.queries.js';
import { type Cell, inPages } from '../sheets/sheet.js';
import type { SheetFormat } from '../sheets/sheet-file.js';
import { AT_ONCE, RecordedExports } from './recorded-exports.js';

const HEADER = [
  'written',
  'channel',
  'to',
  'kind',
  'state',
  'reason',
  'error',
  'tries',
  'accepted',
  'customer_name',
  'contact_name',
  'by',
  'customer_id',
  'contact_id',
  'case_id',
  'id',
] as const;

@Injectable()
export class MessagesExport {
  constructor(
    private readonly exports: RecordedExports,
    private readonly queries: NotificationsQueries,
  ) {}

  export(filter: NotificationFilter, format: SheetFormat, staff: StaffActor): Promise<StreamableFile> {
    const records = cells(inPages<NotificationDto>((last) => this.queries.before(last?.id ?? null, filter, AT_ONCE)));
    const made = { name: 'messages', header: HEADER, records, needs: 'notification:read', filter } as const;
    return this.exports.make(made, format, staff);
  }
}

/** Neither subject nor text: what was written stays in the system. */
async function* cells(found: AsyncIterable<NotificationDto>): AsyncGenerator<Cell[]> {
  for await (const line of found)
    yield [
      line.createdAt.toISOString(),
      line.channel,
      line.to,
      line.kind,
      line.state,
      line.failure,
      line.lastError,
      line.attempts,
      line.acceptedAt?.toISOString() ?? null,
      line.customerName,
      line.contactName,
      line.createdByName,
      line.customerId,
      line.contactId,
      line.caseId,
      line.id,
    ];
}
