import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor, AllowContact } from '../../http/access.js';
import type { ContactActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, DONE } from '../../http/schemas.js';
import { PortalBrowser } from '../sign-in/portal-browser.js';
import { AskEmailCode, ConfirmEmail, EmailCodeSent } from './own-email.dto.js';
import { OwnEmailService } from './own-email.service.js';

@ApiTags('portal')
@Controller('portal/email')
export class OwnEmailController {
  constructor(
    private readonly emails: OwnEmailService,
    private readonly browser: PortalBrowser,
  ) {}

  /** Sends a code to another e-mail address that the person wants to sign in with. It works for ten minutes and five tries; an earlier one stops working. The password or PIN is asked for once more. */
  @Post('codes')
  @AllowContact(null)
  @Returns(202, EmailCodeSent)
  askEmailCode(@Body({ schema: AskEmailCode }) body: AskEmailCode, @Actor() person: ContactActor) {
    return this.emails.ask(body, person);
  }

  /** Proves with the code that the person reads mail there: from now on it is the address to sign in with. Other sessions end. */
  @Post('confirmations')
  @AllowContact(null)
  @Returns(200, Done)
  async confirmEmail(
    @Body({ schema: ConfirmEmail }) body: ConfirmEmail,
    @Actor() person: ContactActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.browser.keep(reply, await this.emails.confirm(body, person));
    return DONE;
  }
}
