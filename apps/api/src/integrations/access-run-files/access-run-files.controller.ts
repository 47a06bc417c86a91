import type { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AccessRunDto } from '../../credentials/access-runs/access-run.dto.js';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { Returns, ReturnsFile } from '../../http/returns.js';
import { TakesUpload } from '../../http/uploads.js';
import { SHEET_TYPES, SheetOfParams } from '../sheets/sheet-file.js';
import { UploadAccessRun } from './access-run-file.dto.js';
import { AccessRunResult } from './access-run-result.js';
import { AccessRunUpload } from './access-run-upload.service.js';

@ApiTags('access-runs')
@Controller()
export class AccessRunFilesController {
  constructor(
    private readonly files: AccessRunUpload,
    private readonly result: AccessRunResult,
  ) {}

  /** Plans to give access to the people of a CSV file (at most 16 MiB and 200,000 lines), found by external id, e-mail or phone, with a customer number beside it if they are at several. */
  @Post('access-run-files')
  @TakesUpload('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @AllowStaff('credential:send')
  @Returns(202, AccessRunDto)
  uploadAccessRun(
    @Query({ schema: UploadAccessRun }) query: UploadAccessRun,
    @Req() request: FastifyRequest,
    @Actor() staff: StaffActor,
  ) {
    if (!request.headers['content-type']?.startsWith('text/csv')) throw new AppError('request.unsupported_type');
    return this.files.upload(query, request.body as Readable, staff);
  }

  /** Every contact or line of a run with what became of it, as CSV or as an Excel workbook. */
  @Get('access-runs/:id/result.:format')
  @AllowStaff('export:run', { fresh: 'or_key' })
  @ReturnsFile(...SHEET_TYPES)
  getAccessRunResult(@Param({ schema: SheetOfParams }) params: SheetOfParams) {
    return this.result.file(params);
  }
}
