import { Body, Controller, Headers, Post, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AllowAnyone } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import { TakesUpload } from '../../http/uploads.js';
import { MailEventsNoted, PostMailEvents } from './mail-events.dto.js';
import { MailEvents } from './mail-events.service.js';

@ApiTags('mail events')
@Controller('mail-events')
export class MailEventsController {
  constructor(private readonly events: MailEvents) {}

  /** Takes what a mail provider says of messages: delivered, came back, reported as unwanted. `Authorization: Bearer` with the secret of the settings; the same said twice changes nothing. */
  @Post()
  @AllowAnyone({ fromElsewhere: true })
  @Returns(200, MailEventsNoted)
  postMailEvents(
    @Body({ schema: PostMailEvents }) { events }: PostMailEvents,
    @Headers('authorization') authorization: string | undefined,
  ) {
    return this.events.take(events, authorization);
  }

  /** Takes one report mail (RFC 3464 or RFC 5965) as it arrived, of at most 1 MB. The same secret. */
  @Post('raw')
  @TakesUpload('message/rfc822')
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  @AllowAnyone({ fromElsewhere: true })
  @Returns(200, MailEventsNoted)
  postReportMail(@Req() { body }: FastifyRequest, @Headers('authorization') authorization: string | undefined) {
    return this.events.takeMail(body, authorization);
  }
}
