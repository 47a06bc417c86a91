import type { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { Returns, ReturnsFile } from '../../http/returns.js';
import { IdParams, PageQuery } from '../../http/schemas.js';
import { TakesUpload } from '../../http/uploads.js';
import { SHEET_TYPES, SheetOfParams } from '../sheets/sheet-file.js';
import { ImportDto, ImportPage, ImportRowPage, ImportRowQuery, MapImport, UploadImport } from './import.dto.js';
import { ImportResult } from './import-result.js';
import { ImportsService } from './imports.service.js';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly result: ImportResult,
  ) {}

  /** Takes a CSV file of customers and contacts, or of deployments and devices (at most 64 MiB), and guesses its columns. Nothing is imported yet. */
  @Post()
  @TakesUpload('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @AllowStaff('import:run')
  @Returns(201, ImportDto)
  uploadImport(
    @Query({ schema: UploadImport }) query: UploadImport,
    @Req() request: FastifyRequest,
    @Actor() staff: StaffActor,
  ) {
    if (!request.headers['content-type']?.startsWith('text/csv')) throw new AppError('request.unsupported_type');
    return this.imports.upload(query, request.body as Readable, staff);
  }

  /** Imports, newest first. */
  @Get()
  @AllowStaff('import:run')
  @Returns(200, ImportPage)
  listImports(@Query({ schema: PageQuery }) query: PageQuery) {
    return this.imports.list(query);
  }

  /** One import with its counts and progress. */
  @Get(':id')
  @AllowStaff('import:run')
  @Returns(200, ImportDto)
  getImport(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.imports.get(id);
  }

  /** Confirms which column is what and starts the dry run: a verdict and its reasons for every line, nothing written. */
  @Put(':id/mapping')
  @AllowStaff('import:run')
  @Returns(202, ImportDto)
  mapImport(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: MapImport }) { mapping }: MapImport,
    @Actor() staff: StaffActor,
  ) {
    return this.imports.map(id, mapping, staff);
  }

  /** The verdicts, in the order of the file. */
  @Get(':id/rows')
  @AllowStaff('import:run')
  @Returns(200, ImportRowPage)
  listImportRows(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Query({ schema: ImportRowQuery }) query: ImportRowQuery,
  ) {
    return this.imports.lines(id, query);
  }

  /** Does what the dry run showed. */
  @Post(':id/run')
  @AllowStaff('import:run')
  @Returns(202, ImportDto)
  runImport(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.imports.run(id, staff);
  }

  /** Takes back what the import did, as far as nobody has worked on it since. Within 24 hours. */
  @Post(':id/undo')
  @AllowStaff('import:run')
  @Returns(202, ImportDto)
  undoImport(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.imports.undo(id, staff);
  }

  /** Every line with its verdict, as CSV or as an Excel workbook. */
  @Get(':id/result.:format')
  @AllowStaff('import:run')
  @ReturnsFile(...SHEET_TYPES)
  getImportResult(@Param({ schema: SheetOfParams }) params: SheetOfParams) {
    return this.result.file(params);
  }
}
