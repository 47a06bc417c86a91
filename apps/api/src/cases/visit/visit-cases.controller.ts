import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { FILE_BODY, FILE_TYPES } from '../../files/file-types.js';
import { Upload, type UploadedBody } from '../../files/upload.js';
import { Actor, AllowVisitor } from '../../http/access.js';
import { type Creating, CreatingActor } from '../../http/acting.js';
import type { VisitActor } from '../../http/actors.js';
import { Idempotent } from '../../http/idempotency.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { TakesUpload } from '../../http/uploads.js';
import { CaseFileDto, UploadQuery } from '../files/case-file.dto.js';
import { FollowVisitCase, OpenVisitCase, VisitCaseOpened, VisitLanguage, VisitReporting } from './visit-case.dto.js';
import { VisitCasesService } from './visit-cases.service.js';
import { VisitFiles } from './visit-files.service.js';
import { VisitFollowing } from './visit-following.service.js';
import { VisitReportingQueries } from './visit-reporting.queries.js';

@ApiTags('visit')
@Controller('portal/visit')
export class VisitCasesController {
  constructor(
    private readonly cases: VisitCasesService,
    private readonly following: VisitFollowing,
    private readonly files: VisitFiles,
    private readonly queries: VisitReportingQueries,
  ) {}

  /** What can be reported about this device, what is reported already, and what this browser reported before. */
  @Get('reporting')
  @AllowVisitor('device')
  @Returns(200, VisitReporting)
  getVisitReporting(@Query({ schema: VisitLanguage }) { language }: VisitLanguage, @Actor() visit: VisitActor) {
    return this.queries.reporting(visit, language);
  }

  /** Reports a problem with this device, once for each Idempotency-Key. */
  @Post('cases')
  @Idempotent({ required: true, isSecret: true })
  @AllowVisitor('device')
  @Returns(201, VisitCaseOpened)
  openVisitCase(
    @Body({ schema: OpenVisitCase }) draft: OpenVisitCase,
    @CreatingActor() creating: Creating<VisitActor>,
  ) {
    return this.cases.open(draft, creating);
  }

  /** Uploads one photo of this report as the raw body, with its own content type; name it in the report within a day. */
  @Post('files')
  @TakesUpload(...FILE_TYPES)
  @ApiBody(FILE_BODY)
  @AllowVisitor('device')
  @Returns(201, CaseFileDto)
  uploadVisitFile(
    @Query({ schema: UploadQuery }) { name }: UploadQuery,
    @Upload() body: UploadedBody,
    @Actor() visit: VisitActor,
  ) {
    return this.files.keepForVisit({ name, ...body }, visit);
  }

  /** "Same problem": follows an open case of this device instead of reporting it again; twice gives the same link. */
  @Post('cases/:id/follow')
  @Idempotent({ isSecret: true })
  @AllowVisitor('device')
  @Returns(200, VisitCaseOpened)
  followVisitCase(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: FollowVisitCase }) draft: FollowVisitCase,
    @CreatingActor() creating: Creating<VisitActor>,
  ) {
    return this.following.follow(id, draft, creating);
  }
}
