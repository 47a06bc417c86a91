import { Controller, Delete, Get, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Actor, AllowAnyone, AllowStaff } from '../http/access.js';
import type { StaffActor } from '../http/actors.js';
import { Returns, ReturnsFile } from '../http/returns.js';
import { TakesUpload } from '../http/uploads.js';
import { Done } from '../http/schemas.js';
import { CompanyQueries } from './company.queries.js';
import { sendLogo } from './send-logo.js';
import { LogoUpload } from './logo-upload.js';
import { LOGO_TYPES, LogoService } from './logo.service.js';
import { PrivacyNotice, PublicCompany, SetupChecklist } from './settings.dto.js';

@ApiTags('settings')
@Controller()
export class CompanyController {
  constructor(
    private readonly queries: CompanyQueries,
    private readonly logo: LogoService,
  ) {}

  /** Takes the company's logo as the raw body: PNG, JPEG or WebP of at most 512 KB. */
  @Put('settings/logo')
  @TakesUpload(...LOGO_TYPES)
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, Done)
  setLogo(@LogoUpload() picture: Readable, @Actor() staff: StaffActor) {
    return this.logo.set(picture, staff);
  }

  /** Removes the logo; the name stands alone. */
  @Delete('settings/logo')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, Done)
  removeLogo(@Actor() staff: StaffActor) {
    return this.logo.remove(staff);
  }

  /** What is left to set up, looked up each time. */
  @Get('setup-checklist')
  @AllowStaff('settings:read')
  @Returns(200, SetupChecklist)
  getSetupChecklist() {
    return this.queries.checklist();
  }

  /** What anybody may know of the company: name, colour, how to reach it. */
  @Get('portal/company')
  @AllowAnyone()
  @Returns(200, PublicCompany)
  getPublicCompany() {
    return this.queries.company();
  }

  /** What the company says about personal data. */
  @Get('portal/privacy-notice')
  @AllowAnyone()
  @Returns(200, PrivacyNotice)
  getPrivacyNotice() {
    return this.queries.privacyNotice();
  }

  /** The company's logo. */
  @Get('portal/logo')
  @AllowAnyone()
  @ReturnsFile('image/png')
  @ApiResponse({ status: 304, description: 'The copy at hand (If-None-Match) is still right' })
  async getLogo(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    sendLogo(request, reply, await this.logo.find());
  }
}
