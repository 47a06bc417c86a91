import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { AccessRequestPage, AccessRequestQuery, AskCustomer, Deciders, DecidersQuery } from './access-requests.dto.js';
import { AccessRequestsQueries } from './access-requests.queries.js';
import { AccessRequestsService } from './access-requests.service.js';
import { CustomerAsks } from './customer-asks.service.js';

@ApiTags('credentials')
@Controller('access-requests')
export class AccessRequestsController {
  constructor(
    private readonly queries: AccessRequestsQueries,
    private readonly requests: AccessRequestsService,
    private readonly asks: CustomerAsks,
  ) {}

  /** People who asked for a way in, newest first; those that are open unless said otherwise (S4.5). */
  @Get()
  @AllowStaff('contact:read')
  @Returns(200, AccessRequestPage)
  listAccessRequests(@Query({ schema: AccessRequestQuery }) query: AccessRequestQuery) {
    return this.queries.list(query);
  }

  /** Who at a customer may decide about somebody who asks for access there. */
  @Get('deciders')
  @AllowStaff('contact:read')
  @Returns(200, Deciders)
  listDeciders(@Query({ schema: DecidersQuery }) { customerId }: DecidersQuery) {
    return this.asks.deciders(customerId);
  }

  /** Lets the people of a customer who manage colleagues decide. They read the name and address that were typed. */
  @Post(':id/ask')
  @AllowStaff('contact:write')
  @Returns(200, Done)
  askCustomer(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: AskCustomer }) { customerId }: AskCustomer,
    @Actor() staff: StaffActor,
  ) {
    return this.asks.ask(id, customerId, staff);
  }

  /** Marks a request as dealt with. */
  @Post(':id/done')
  @AllowStaff('contact:write')
  @Returns(200, Done)
  finishAccessRequest(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.requests.finish(id, staff);
  }
}
