import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowContact } from '../../http/access.js';
import type { ContactActor } from '../../http/actors.js';
import { CreateId, Idempotent } from '../../http/idempotency.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import {
  ChangeColleagueRights,
  ColleagueDto,
  ColleaguePage,
  ColleagueQuery,
  InviteColleague,
} from './colleague.dto.js';
import { ColleagueInvites } from './colleague-invites.service.js';
import { ColleagueRights } from './colleague-rights.service.js';
import { ColleaguesQueries } from './colleagues.queries.js';
import { ColleaguesService } from './colleagues.service.js';

@ApiTags('portal')
@Controller('portal/colleagues')
export class ColleaguesController {
  constructor(
    private readonly queries: ColleaguesQueries,
    private readonly invites: ColleagueInvites,
    private readonly colleagues: ColleaguesService,
    private readonly rights: ColleagueRights,
  ) {}

  /** People of the own company who can sign in or were invited, and how many places are left. */
  @Get('access')
  @AllowContact('colleague:manage')
  @Returns(200, ColleaguePage)
  listColleagueAccess(@Query({ schema: ColleagueQuery }) query: ColleagueQuery, @Actor() person: ContactActor) {
    return this.queries.list(query, person);
  }

  /** Invites somebody to the own company by e-mail: within the places that are left, and with no right above own. */
  @Post()
  @Idempotent()
  @AllowContact('colleague:manage')
  @Returns(201, ColleagueDto)
  inviteColleague(
    @Body({ schema: InviteColleague }) body: InviteColleague,
    @CreateId() id: string,
    @Actor() person: ContactActor,
  ) {
    return this.invites.invite(id, body, person);
  }

  /** Sends the invitation again; the link of before stops working. */
  @Post(':id/resend')
  @AllowContact('colleague:manage')
  @Returns(200, ColleagueDto)
  resendColleagueInvitation(@Param({ schema: IdParams }) { id }: IdParams, @Actor() person: ContactActor) {
    return this.colleagues.resend(id, person);
  }

  /** Sets what a colleague may do. Never more than own, never one's own, never what the company that runs the portal took. The password or PIN is asked for once more. */
  @Put(':id/rights')
  @AllowContact('colleague:manage')
  @Returns(200, ColleagueDto)
  changeColleagueRights(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeColleagueRights }) body: ChangeColleagueRights,
    @Actor() person: ContactActor,
  ) {
    return this.rights.change(id, body, person);
  }

  /** Ends the access of a colleague at this company. Nobody removes themselves, or somebody with rights above own. */
  @Delete(':id')
  @AllowContact('colleague:manage')
  @Returns(200, Done)
  removeColleague(@Param({ schema: IdParams }) { id }: IdParams, @Actor() person: ContactActor) {
    return this.colleagues.remove(id, person);
  }
}
