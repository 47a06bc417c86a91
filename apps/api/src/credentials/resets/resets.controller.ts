import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowAnyone } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import { Done } from '../../http/schemas.js';
import { ResetRequestsService } from './reset-requests.service.js';
import { AskReset, FinishReset, ResetDto, ViewReset } from './resets.dto.js';
import { ResetsService } from './resets.service.js';

@ApiTags('portal')
@Controller('portal/password-reset')
export class ResetsController {
  constructor(
    private readonly requests: ResetRequestsService,
    private readonly resets: ResetsService,
  ) {}

  /** Asks for a new password. Everybody is answered the same; who has a login finds a message at the address on file (S2.1, INV-4). */
  @Post()
  @AllowAnyone()
  @Returns(202, Done)
  askPasswordReset(@Body({ schema: AskReset }) { challenge, ...typed }: AskReset, @Ip() ip: string) {
    return this.requests.ask({ ...typed, ip }, challenge);
  }

  /** What a link is for. Changes nothing, so that mail scanners may look. */
  @Post('view')
  @AllowAnyone()
  @Returns(200, ResetDto)
  viewPasswordReset(@Body({ schema: ViewReset }) { token }: ViewReset) {
    return this.resets.view(token);
  }

  /** Uses the link up and sets the new password, for all companies; every session ends and the owner is told. */
  @Post('finish')
  @AllowAnyone()
  @Returns(200, Done)
  finishPasswordReset(@Body({ schema: FinishReset }) body: FinishReset, @Ip() ip: string) {
    return this.resets.finish(body, ip);
  }
}
