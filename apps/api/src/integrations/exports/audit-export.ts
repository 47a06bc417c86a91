import { Injectable, type StreamableFile } from '@nestjs/common';
import type { AuditEventDto, AuditFilter } from '../../audit/audit.dto.js';
import { AuditQueries } from '../../audit/audit.queries.js';
import type { StaffActor } from '../../http/actors.js';
import { inPages } from '../sheets/sheet.js';
import type { SheetFormat } from '../sheets/sheet-file.js';
import { AT_ONCE, RecordedExports } from './recorded-exports.js';

const HEADER = [
  'at',
  'action',
  'actor_kind',
  'actor_name',
  'actor_id',
  'customer_id',
  'contact_id',
  'identity_id',
  'deployment_id',
  'device_id',
  'subject_id',
  'detail',
  'address',
  'id',
] as const;

@Injectable()
export class AuditExport {
  constructor(
    private readonly exports: RecordedExports,
    private readonly queries: AuditQueries,
  ) {}

  export(filter: AuditFilter, format: SheetFormat, staff: StaffActor): Promise<StreamableFile> {
    const records = cells(inPages<AuditEventDto>((after) => this.queries.before(after?.id ?? null, filter, AT_ONCE)));
    const made = { name: 'audit', header: HEADER, records, needs: 'audit:read', filter } as const;
    return this.exports.make(made, format, staff);
  }
}

async function* cells(found: AsyncIterable<AuditEventDto>): AsyncGenerator<(string | null)[]> {
  for await (const { actor, ...line } of found)
    yield [
      // The rows come from the driver: `at` is still a Date.
      new Date(line.at).toISOString(),
      line.action,
      actor.kind,
      actor.name,
      actor.id,
      line.customerId,
      line.contactId,
      line.identityId,
      line.deploymentId,
      line.deviceId,
      line.subjectId,
      JSON.stringify(line.detail),
      line.ip,
      line.id,
    ];
}
