import { Injectable, type StreamableFile } from '@nestjs/common';
import type { AccessReportFilter } from '../../credentials/access-report/access-report.dto.js';
import { AccessReportQueries, type ReportLine } from '../../credentials/access-report/access-report.queries.js';
import type { StaffActor } from '../../http/actors.js';
import { inPages } from '../sheets/sheet.js';
import type { SheetFormat } from '../sheets/sheet-file.js';
import { AT_ONCE, RecordedExports } from './recorded-exports.js';

const HEADER = [
  'customer_name',
  'contact_name',
  'access',
  'reason',
  'ways',
  'last_sign_in',
  'last_sign_in_by',
  'new_password',
  'customer_id',
  'contact_id',
] as const;

@Injectable()
export class AccessExport {
  constructor(
    private readonly exports: RecordedExports,
    private readonly report: AccessReportQueries,
  ) {}

  export(filter: AccessReportFilter, format: SheetFormat, staff: StaffActor): Promise<StreamableFile> {
    const records = cells(inPages<ReportLine>((last) => this.report.after(filter, last, AT_ONCE)));
    const made = { name: 'access', header: HEADER, records, needs: 'credential:read', filter } as const;
    return this.exports.make(made, format, staff);
  }
}

async function* cells(found: AsyncIterable<ReportLine>): AsyncGenerator<(string | null)[]> {
  for await (const line of found)
    yield [
      line.customerName,
      line.name,
      line.state,
      line.reason,
      line.ways.join(' '),
      line.lastSignInAt ? new Date(line.lastSignInAt).toISOString() : null,
      line.lastSignInMethod,
      line.resetFault,
      line.customerId,
      line.contactId,
    ];
}
