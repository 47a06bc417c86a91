import { Body, Controller, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowAnyone } from '../../http/access.js';
import { EvenRefusals } from '../../http/even-refusals.js';
import { Returns } from '../../http/returns.js';
import { Done } from '../../http/schemas.js';
import { PortalBrowser } from '../sign-in/portal-browser.js';
import { ActivationAsks } from './activation-asks.service.js';
import { ActivationCodes } from './activation-codes.service.js';
import { ActivationLinks } from './activation-links.service.js';
import {
  AcceptActivation,
  AcceptedActivation,
  ActivationDto,
  EnterCode,
  EnteredCode,
  ViewActivation,
} from './activation.dto.js';
import { ActivationService } from './activation.service.js';

@ApiTags('portal')
@Controller('portal/activation')
export class ActivationController {
  constructor(
    private readonly links: ActivationLinks,
    private readonly codes: ActivationCodes,
    private readonly asks: ActivationAsks,
    private readonly activation: ActivationService,
    private readonly browser: PortalBrowser,
  ) {}

  /** What an activation link is for. Changes nothing, so that mail scanners may look (INV-9). */
  @Post('view')
  @AllowAnyone()
  @Returns(200, ActivationDto)
  viewActivation(@Body({ schema: ViewActivation }) body: ViewActivation) {
    return this.links.view(body.token);
  }

  /** Notes that a person is there: what Continue does, and no scanner. The link goes on working. */
  @Post('open')
  @AllowAnyone()
  @Returns(200, Done)
  openActivation(@Body({ schema: ViewActivation }) body: ViewActivation, @Ip() ip: string) {
    return this.links.open(body.token, ip);
  }

  /** The code below the link, typed on another device, for the link's token. Tries are counted before it is compared (AUT-1). */
  @Post('code')
  @AllowAnyone()
  @EvenRefusals()
  @Returns(200, EnteredCode)
  enterActivationCode(@Body({ schema: EnterCode }) body: EnterCode, @Ip() ip: string) {
    return this.codes.enter(body, ip);
  }

  /** Asks staff for a new invitation, with a link that has ended. Every token is answered the same (INV-4). */
  @Post('ask')
  @AllowAnyone()
  @Returns(202, Done)
  askForInvitation(@Body({ schema: ViewActivation }) body: ViewActivation, @Ip() ip: string) {
    return this.asks.ask(body.token, ip);
  }

  /** Uses the link up, sets the first password, makes a PIN or keeps the one there is, and signs in. */
  @Post('accept')
  @AllowAnyone()
  @Returns(200, AcceptedActivation)
  async acceptActivation(
    @Body({ schema: AcceptActivation }) body: AcceptActivation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { session, next, pin } = await this.activation.accept(body, this.browser.of(request));
    this.browser.signIn(reply, session);
    return { next, pin };
  }
}
