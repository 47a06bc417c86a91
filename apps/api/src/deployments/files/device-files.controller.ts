import { Controller, Delete, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FILE_BODY, FILE_TYPES } from '../../files/file-types.js';
import { sendFile } from '../../files/send-file.js';
import { Upload, type UploadedBody } from '../../files/upload.js';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns, ReturnsFile } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { TakesUpload } from '../../http/uploads.js';
import { DeviceFileDto, DeviceFiles, DeviceUploadQuery } from './device-file.dto.js';
import { DeviceFilesService } from './device-files.service.js';

@ApiTags('device files')
@Controller()
export class DeviceFilesController {
  constructor(private readonly files: DeviceFilesService) {}

  /** Adds a photo or a manual to a device: the raw body, with its own content type. */
  @Post('devices/:id/files')
  @TakesUpload(...FILE_TYPES)
  @ApiBody(FILE_BODY)
  @AllowStaff('deployment:write')
  @Returns(201, DeviceFileDto)
  uploadDeviceFile(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Query({ schema: DeviceUploadQuery }) query: DeviceUploadQuery,
    @Upload() body: UploadedBody,
    @Actor() staff: StaffActor,
  ) {
    return this.files.add(id, { ...query, ...body }, staff);
  }

  /** Photos and manuals of a device. */
  @Get('devices/:id/files')
  @AllowStaff('deployment:read')
  @Returns(200, DeviceFiles)
  listDeviceFiles(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.files.list(id);
  }

  /** A file of a device; pictures are shown, everything else is downloaded. */
  @Get('device-files/:id')
  @AllowStaff('deployment:read')
  @ReturnsFile(...FILE_TYPES)
  async getDeviceFile(@Param({ schema: IdParams }) { id }: IdParams, @Res() reply: FastifyReply): Promise<void> {
    sendFile(reply, await this.files.find(id));
  }

  /** Deletes a file of a device. */
  @Delete('device-files/:id')
  @AllowStaff('deployment:write')
  @Returns(200, Done)
  deleteDeviceFile(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.files.remove(id, staff);
  }
}
