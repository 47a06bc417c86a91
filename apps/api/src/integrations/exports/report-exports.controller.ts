import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ResetRequestFilter } from '../../credentials/resets/resets.dto.js';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { ReturnsFile } from '../../http/returns.js';
import { NotificationFilter } from '../../notifications/notification.dto.js';
import { SHEET_TYPES, SheetParams } from '../sheets/sheet-file.js';
import { MessagesExport } from './messages-export.js';
import { RequestsExport } from './requests-export.js';

/** What the lists of the outbox show, with their filters (A15). */
@ApiTags('exports')
@Controller('exports')
export class ReportExportsController {
  constructor(
    private readonly requests: RequestsExport,
    private readonly messages: MessagesExport,
  ) {}

  /** The requests for a new password that fit, newest first, as CSV or as an Excel workbook. Needs the right to read contacts as well. */
  @Get('password-requests.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  exportPasswordRequests(
    @Param({ schema: SheetParams }) { format }: SheetParams,
    @Query({ schema: ResetRequestFilter }) filter: ResetRequestFilter,
    @Actor() staff: StaffActor,
  ) {
    return this.requests.export(filter, format, staff);
  }

  /** The messages that fit, newest first, without their text, as CSV or as an Excel workbook. Needs the right to read messages as well. */
  @Get('messages.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  exportMessages(
    @Param({ schema: SheetParams }) { format }: SheetParams,
    @Query({ schema: NotificationFilter }) filter: NotificationFilter,
    @Actor() staff: StaffActor,
  ) {
    return this.messages.export(filter, format, staff);
  }
}
