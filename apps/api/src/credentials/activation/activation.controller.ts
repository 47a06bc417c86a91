import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowAnyone } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import { PortalBrowser } from '../sign-in/portal-browser.js';
import { AcceptActivation, AcceptedActivation, ActivationDto, ViewActivation } from './activation.dto.js';
import { ActivationService } from './activation.service.js';

@ApiTags('portal')
@Controller('portal/activation')
export class ActivationController {
  constructor(
    private readonly activation: ActivationService,
    private readonly browser: PortalBrowser,
  ) {}

  /** What an activation link is for. Changes nothing, so that mail scanners may look (INV-9). */
  @Post('view')
  @AllowAnyone()
  @Returns(200, ActivationDto)
  viewActivation(@Body({ schema: ViewActivation }) body: ViewActivation) {
    return this.activation.view(body.token);
  }

  /** Uses the link up, sets the first password or keeps the PIN, and signs in. */
  @Post('accept')
  @AllowAnyone()
  @Returns(200, AcceptedActivation)
  async acceptActivation(
    @Body({ schema: AcceptActivation }) body: AcceptActivation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { session, next } = await this.activation.accept(body, this.browser.of(request));
    this.browser.signIn(reply, session);
    return { next };
  }
}
