import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowAnyone } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import { Done } from '../../http/schemas.js';
import { HelpRequests } from './help-requests.service.js';
import { AskForHelp } from './portal-access-requests.dto.js';

@ApiTags('portal')
@Controller('portal/access-requests')
export class PortalAccessRequestsController {
  constructor(private readonly requests: HelpRequests) {}

  /** Somebody cannot get in. Everybody is answered the same; staff read what was written, and what stands in the way (S4.5, INV-4). */
  @Post()
  @AllowAnyone()
  @Returns(202, Done)
  askForHelp(@Body({ schema: AskForHelp }) body: AskForHelp, @Ip() ip: string) {
    return this.requests.ask(body, ip);
  }
}
