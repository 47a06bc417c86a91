import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowAnyone } from '../../http/access.js';
import { Returns, ReturnsFile } from '../../http/returns.js';
import { Done } from '../../http/schemas.js';
import { SettingsService } from '../../settings/settings.service.js';
import { StopMail } from './follow.dto.js';
import { MailStops } from './mail-stops.js';

/** What the "never again" links of messages to people without a login lead to. */
@ApiTags('follow')
@Controller('portal/mail-stops')
export class MailStopsController {
  constructor(
    private readonly stops: MailStops,
    private readonly settings: SettingsService,
  ) {}

  /** No more automatic messages to the address that the link was sent to, whatever the case. */
  @Post()
  @AllowAnyone()
  @Returns(200, Done)
  stopMail(@Body({ schema: StopMail }) { token }: StopMail) {
    return this.stops.stop(token);
  }

  /** For mail programs that open the List-Unsubscribe address: leads to the page that asks, and changes nothing (INV-9). */
  @Get(':token')
  @ApiExcludeEndpoint()
  @AllowAnyone()
  @ReturnsFile('text/html')
  async showMailStop(@Param({ schema: StopMail }) { token }: StopMail, @Res() reply: FastifyReply): Promise<void> {
    await reply.redirect(`${await this.settings.portalOrigin()}/f/stop#${token}`, 302);
  }

  /** One click in a mail program (RFC 8058): the provider posts a form, without any cookie or header of ours. */
  @Post(':token')
  @ApiExcludeEndpoint()
  @AllowAnyone({ fromElsewhere: true })
  @Returns(200, Done)
  stopMailByOneClick(@Param({ schema: StopMail }) { token }: StopMail) {
    return this.stops.stop(token);
  }
}
