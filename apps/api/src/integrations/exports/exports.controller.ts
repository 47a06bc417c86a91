import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditFilter } from '../../audit/audit.dto.js';
import { AccessReportFilter } from '../../credentials/access-report/access-report.dto.js';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { ReturnsFile } from '../../http/returns.js';
import { SHEET_TYPES, SheetParams } from '../sheets/sheet-file.js';
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

  /** All customers as CSV or as an Excel workbook. */
  @Get('customers.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  exportCustomers(@Param({ schema: SheetParams }) { format }: SheetParams, @Actor() staff: StaffActor) {
    return this.exports.export('customers', format, staff);
  }

  /** All contacts as CSV or as an Excel workbook. */
  @Get('contacts.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  exportContacts(@Param({ schema: SheetParams }) { format }: SheetParams, @Actor() staff: StaffActor) {
    return this.exports.export('contacts', format, staff);
  }

  /** All deployments as CSV or as an Excel workbook, with the age of the PIN of their portals. */
  @Get('deployments.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  exportDeployments(@Param({ schema: SheetParams }) { format }: SheetParams, @Actor() staff: StaffActor) {
    return this.exports.export('deployments', format, staff);
  }

  /** All devices with their deployments as CSV or as an Excel workbook. */
  @Get('devices.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  exportDevices(@Param({ schema: SheetParams }) { format }: SheetParams, @Actor() staff: StaffActor) {
    return this.exports.export('devices', format, staff);
  }

  /** All labels as CSV or as an Excel workbook, with their scans and without their secrets. */
  @Get('labels.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  exportLabels(@Param({ schema: SheetParams }) { format }: SheetParams, @Actor() staff: StaffActor) {
    return this.exports.export('labels', format, staff);
  }

  /** All cases as CSV or as an Excel workbook, without messages. */
  @Get('cases.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  exportCases(@Param({ schema: SheetParams }) { format }: SheetParams, @Actor() staff: StaffActor) {
    return this.exports.export('cases', format, staff);
  }

  /** The lines of the audit that fit, newest first, as CSV or as an Excel workbook. Needs the right to read the audit as well. */
  @Get('audit.:format')
  @AllowStaff('export:run', { fresh: true })
  @ReturnsFile(...SHEET_TYPES)
  exportAudit(
    @Param({ schema: SheetParams }) { format }: SheetParams,
    @Query({ schema: AuditFilter }) filter: AuditFilter,
    @Actor() staff: StaffActor,
  ) {
    return this.auditLines.export(filter, format, staff);
  }

  /** Who gets in and how, or why not: the contacts that fit, as CSV or as an Excel workbook. Needs the right to read credentials as well. */
  @Get('access.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  exportAccess(
    @Param({ schema: SheetParams }) { format }: SheetParams,
    @Query({ schema: AccessReportFilter }) filter: AccessReportFilter,
    @Actor() staff: StaffActor,
  ) {
    return this.access.export(filter, format, staff);
  }
}
