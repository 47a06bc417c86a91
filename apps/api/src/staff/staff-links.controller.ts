import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowAnyone } from '../http/access.js';
import { Returns } from '../http/returns.js';
import { StaffCookie } from './staff-cookie.js';
import { StaffLinksService } from './staff-links.service.js';
import { StaffSessionView } from './staff-session.view.js';
import { AcceptStaffLink, StaffLinkDto, StaffSessionDto, ViewStaffLink } from './staff.dto.js';

@ApiTags('staff')
@Controller('staff/links')
export class StaffLinksController {
  constructor(
    private readonly links: StaffLinksService,
    private readonly cookie: StaffCookie,
    private readonly view: StaffSessionView,
  ) {}

  /** Whom a link is for. Changes nothing, however often it is asked. */
  @Post('view')
  @AllowAnyone()
  @Returns(200, StaffLinkDto)
  viewStaffLink(@Body({ schema: ViewStaffLink }) { token }: ViewStaffLink) {
    return this.links.view(token);
  }

  /** Uses a link up: sets the password and signs in. */
  @Post('accept')
  @AllowAnyone()
  @Returns(200, StaffSessionDto)
  async acceptStaffLink(
    @Body({ schema: AcceptStaffLink }) body: AcceptStaffLink,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const session = await this.links.accept(body, { ip: request.ip, userAgent: request.headers['user-agent'] });
    return this.view.of(await this.cookie.remember(reply, session));
  }
}
