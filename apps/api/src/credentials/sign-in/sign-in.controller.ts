import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowAnyone } from '../../http/access.js';
import { EvenRefusals } from '../../http/even-refusals.js';
import { Returns } from '../../http/returns.js';
import { PortalBrowser } from './portal-browser.js';
import { SignedIn, SignIn } from '../portal/portal.dto.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('portal')
@Controller('portal/sign-in')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly browser: PortalBrowser,
  ) {}

  /** Phone and PIN, or e-mail and password. One answer to everything that does not work (INV-4). */
  @Post()
  @AllowAnyone()
  @EvenRefusals()
  @Returns(200, SignedIn)
  async signInContact(
    @Body({ schema: SignIn }) body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { session, next } = await this.signIns.signIn(body, this.browser.of(request));
    this.browser.signIn(reply, session);
    return { next };
  }
}
