import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowContact } from '../../http/access.js';
import type { ContactActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done } from '../../http/schemas.js';
import { FollowerParams, PortalColleaguePage, PortalColleagueQuery } from './follower.dto.js';
import { FollowersService } from './followers.service.js';

@ApiTags('portal cases')
@Controller('portal')
export class FollowersController {
  constructor(private readonly followers: FollowersService) {}

  /** Colleagues at the same customer who can sign in to the portal: whom a case can be shown to. */
  @Get('colleagues')
  @AllowContact('case:read_company')
  @Returns(200, PortalColleaguePage)
  listPortalColleagues(
    @Query({ schema: PortalColleagueQuery }) query: PortalColleagueQuery,
    @Actor() contact: ContactActor,
  ) {
    return this.followers.colleagues(query, contact);
  }

  /** Lets a colleague, or the contact themselves, follow a case: they may read it and are told of what happens; twice changes nothing. */
  @Put('cases/:id/followers/:contactId')
  @AllowContact('case:read_company')
  @Returns(200, Done)
  addPortalCaseFollower(@Param({ schema: FollowerParams }) params: FollowerParams, @Actor() contact: ContactActor) {
    return this.followers.add(params, contact);
  }

  /** Ends the following: everybody their own, that of colleagues with the right to the cases of the whole company. */
  @Delete('cases/:id/followers/:contactId')
  @AllowContact(null)
  @Returns(200, Done)
  removePortalCaseFollower(@Param({ schema: FollowerParams }) params: FollowerParams, @Actor() contact: ContactActor) {
    return this.followers.remove(params, contact);
  }
}
