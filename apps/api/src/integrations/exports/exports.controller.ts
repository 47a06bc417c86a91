import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditFilter } from '../../audit/audit.dto.js';
import { AccessReportFilter } from '../../credentials/access-report/access-report.dto.js';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { ReturnsFile } from '../../http/returns.js';
import { AccessExport } from './access-export.js';
import { AuditExport } from './audit-export.js';
import { ExportsService } from './exports.service.js';

@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly auditLines: AuditExport,
    private readonly access: AccessExport,
  ) {}

  /** All customers as CSV. */
  @Get('customers.csv')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile('text/csv')
  exportCustomers(@Actor() staff: StaffActor) {
    return this.exports.export('customers', staff);
  }

  /** All contacts as CSV. */
  @Get('contacts.csv')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile('text/csv')
  exportContacts(@Actor() staff: StaffActor) {
    return this.exports.export('contacts', staff);
  }

  /** All devices with their deployments as CSV. */
  @Get('devices.csv')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile('text/csv')
  exportDevices(@Actor() staff: StaffActor) {
    return this.exports.export('devices', staff);
  }

  /** All cases as CSV, without messages. */
  @Get('cases.csv')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile('text/csv')
  exportCases(@Actor() staff: StaffActor) {
    return this.exports.export('cases', staff);
  }

  /** The lines of the audit that fit, newest first, as CSV. Needs the right to read the audit as well. */
  @Get('audit.csv')
  @AllowStaff('export:run', { fresh: true })
  @ReturnsFile('text/csv')
  exportAudit(@Query({ schema: AuditFilter }) filter: AuditFilter, @Actor() staff: StaffActor) {
    return this.auditLines.export(filter, staff);
  }

  /** Who gets in and how, or why not: the contacts that fit, as CSV. Needs the right to read credentials as well. */
  @Get('access.csv')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile('text/csv')
  exportAccess(@Query({ schema: AccessReportFilter }) filter: AccessReportFilter, @Actor() staff: StaffActor) {
    return this.access.export(filter, staff);
  }
}
