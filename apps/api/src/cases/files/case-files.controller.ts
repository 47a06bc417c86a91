import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FILE_BODY, FILE_TYPES } from '../../files/file-types.js';
import { sendFile } from '../../files/send-file.js';
import { Upload, type UploadedBody } from '../../files/upload.js';
import { Actor, AllowContact, AllowStaff } from '../../http/access.js';
import type { ContactActor, StaffActor } from '../../http/actors.js';
import { Returns, ReturnsFile } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { TakesUpload } from '../../http/uploads.js';
import { CaseFileDto, UploadQuery } from './case-file.dto.js';
import { CaseFilesService } from './case-files.service.js';

@ApiTags('case files')
@Controller()
export class CaseFilesController {
  constructor(private readonly files: CaseFilesService) {}

  /** Uploads one file as the raw body, with its own content type; name it in a message within a day. */
  @Post('case-files')
  @TakesUpload(...FILE_TYPES)
  @ApiBody(FILE_BODY)
  @AllowStaff('case:reply')
  @Returns(201, CaseFileDto)
  uploadCaseFile(
    @Query({ schema: UploadQuery }) { name }: UploadQuery,
    @Upload() body: UploadedBody,
    @Actor() staff: StaffActor,
  ) {
    return this.files.keep({ name, ...body }, staff);
  }

  /** A file of a case; pictures are shown, everything else is downloaded. */
  @Get('case-files/:id')
  @AllowStaff('case:read')
  @ReturnsFile(...FILE_TYPES)
  async getCaseFile(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Actor() staff: StaffActor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, await this.files.forStaff(id, staff));
  }

  /** Uploads one file as the raw body, with its own content type; name it in a report or an answer within a day. */
  @Post('portal/case-files')
  @TakesUpload(...FILE_TYPES)
  @ApiBody(FILE_BODY)
  @AllowContact(null)
  @Returns(201, CaseFileDto)
  uploadPortalCaseFile(
    @Query({ schema: UploadQuery }) { name }: UploadQuery,
    @Upload() body: UploadedBody,
    @Actor() contact: ContactActor,
  ) {
    return this.files.keepForContact({ name, ...body }, contact);
  }

  /** A file of a case that this contact may see. */
  @Get('portal/case-files/:id')
  @AllowContact(null)
  @ReturnsFile(...FILE_TYPES)
  async getPortalCaseFile(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Actor() contact: ContactActor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, await this.files.forContact(id, contact));
  }
}
