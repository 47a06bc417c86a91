import { Body, Controller, Delete, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, AllowAnyone, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { SessionCookies } from '../../sessions/cookies.js';
import { OpenPortalView, ViewAsContact, ViewHandover } from './view-as.dto.js';
import { ViewAsService } from './view-as.service.js';

@ApiTags('credentials')
@Controller()
export class ViewAsController {
  constructor(
    private readonly service: ViewAsService,
    private readonly cookies: SessionCookies,
  ) {}

  /** A one-time address that opens the portal as this contact sees it: read only, for 15 minutes. */
  @Post('contacts/:id/view-as')
  @AllowStaff('contact:view_as', { fresh: true })
  @Returns(201, ViewHandover)
  viewAsContact(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ViewAsContact }) { reason }: ViewAsContact,
    @Actor() staff: StaffActor,
  ) {
    return this.service.handOver(id, reason, staff);
  }

  /** Uses such an address up and opens the view in this browser. */
  @Post('portal/view')
  @AllowAnyone()
  @Returns(200, Done)
  async openPortalView(
    @Body({ schema: OpenPortalView }) { token }: OpenPortalView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const browser = { ip: request.ip, userAgent: request.headers['user-agent'] };
    this.cookies.write(reply, 'view', await this.service.open(token, browser));
    return { done: true as const };
  }

  /** Ends the view of this browser. */
  @Delete('portal/view')
  @AllowAnyone()
  @Returns(200, Done)
  endPortalView(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    this.cookies.clear(reply, 'view');
    return this.service.end(request);
  }
}
