import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowContact } from '../../http/access.js';
import type { ContactActor } from '../../http/actors.js';
import { CreateId, Idempotent } from '../../http/idempotency.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { ColleagueDto } from '../colleagues/colleague.dto.js';
import { ColleagueRequestList, InviteAsker } from './colleague-requests.dto.js';
import { ColleagueRequests } from './colleague-requests.service.js';

@ApiTags('portal')
@Controller('portal/colleague-requests')
export class ColleagueRequestsController {
  constructor(private readonly requests: ColleagueRequests) {}

  /** People who asked for access and whom the company that runs the portal takes for people of the own company. */
  @Get()
  @AllowContact('colleague:manage')
  @Returns(200, ColleagueRequestList)
  listColleagueRequests(@Actor() person: ContactActor) {
    return this.requests.list(person);
  }

  /** Invites who asked, as any colleague: within the places that are left, and with no right above own. */
  @Post(':id/invite')
  @Idempotent()
  @AllowContact('colleague:manage')
  @Returns(201, ColleagueDto)
  inviteAsker(
    @Param({ schema: IdParams }) params: IdParams,
    @Body({ schema: InviteAsker }) body: InviteAsker,
    @CreateId() id: string,
    @Actor() person: ContactActor,
  ) {
    return this.requests.invite({ requestId: params.id, id, body }, person);
  }

  /** Says that this is none of theirs. It goes back to the company that runs the portal; who asked is told nothing. */
  @Post(':id/decline')
  @AllowContact('colleague:manage')
  @Returns(200, Done)
  declineAsker(@Param({ schema: IdParams }) { id }: IdParams, @Actor() person: ContactActor) {
    return this.requests.decline(id, person);
  }
}
