import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { AccessRequestPage, AccessRequestQuery } from './access-requests.dto.js';
import { AccessRequestsQueries } from './access-requests.queries.js';
import { AccessRequestsService } from './access-requests.service.js';

@ApiTags('credentials')
@Controller('access-requests')
export class AccessRequestsController {
  constructor(
    private readonly queries: AccessRequestsQueries,
    private readonly requests: AccessRequestsService,
  ) {}

  /** People who asked for a way in, newest first; those that are open unless said otherwise (S4.5). */
  @Get()
  @AllowStaff('contact:read')
  @Returns(200, AccessRequestPage)
  listAccessRequests(@Query({ schema: AccessRequestQuery }) query: AccessRequestQuery) {
    return this.queries.list(query);
  }

  /** Marks a request as dealt with. */
  @Post(':id/done')
  @AllowStaff('contact:write')
  @Returns(200, Done)
  finishAccessRequest(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.requests.finish(id, staff);
  }
}
