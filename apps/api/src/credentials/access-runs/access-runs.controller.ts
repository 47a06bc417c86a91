import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { CreateId, Idempotent } from '../../http/idempotency.js';
import { Returns } from '../../http/returns.js';
import { IdParams, PageQuery } from '../../http/schemas.js';
import { AccessRunDto, AccessRunPage, AccessRunRowPage, AccessRunRowQuery, PlanAccessRun } from './access-run.dto.js';
import { AccessRunsQueries } from './access-runs.queries.js';
import { AccessRunsService } from './access-runs.service.js';

@ApiTags('access-runs')
@Controller('access-runs')
export class AccessRunsController {
  constructor(
    private readonly runs: AccessRunsService,
    private readonly queries: AccessRunsQueries,
  ) {}

  /** Plans to give access, or new PINs, to many: a verdict for each contact, by the rules of giving access to one. Nothing is given before it is started. */
  @Post()
  @Idempotent()
  @AllowStaff('credential:send')
  @Returns(202, AccessRunDto)
  planAccessRun(
    @Body({ schema: PlanAccessRun }) body: PlanAccessRun,
    @CreateId() id: string,
    @Actor() staff: StaffActor,
  ) {
    return this.runs.plan(id, body, staff);
  }

  /** Runs, newest first. They are kept for 90 days. */
  @Get()
  @AllowStaff('credential:send')
  @Returns(200, AccessRunPage)
  listAccessRuns(@Query({ schema: PageQuery }) query: PageQuery) {
    return this.queries.list(query);
  }

  /** One run with its counts. */
  @Get(':id')
  @AllowStaff('credential:send')
  @Returns(200, AccessRunDto)
  getAccessRun(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.queries.get(id);
  }

  /** Its contacts with what becomes, or became, of each. */
  @Get(':id/rows')
  @AllowStaff('credential:send')
  @Returns(200, AccessRunRowPage)
  listAccessRunRows(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Query({ schema: AccessRunRowQuery }) query: AccessRunRowQuery,
  ) {
    return this.queries.rows(id, query);
  }

  /** Gives access as planned, so many a minute; each contact is looked at again at its turn. Goes on with a run that was stopped. */
  @Post(':id/start')
  @AllowStaff('credential:send', { fresh: 'or_key' })
  @Returns(202, AccessRunDto)
  startAccessRun(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.runs.start(id, staff);
  }

  /** Sends the new PIN once more to everybody who has not used it. */
  @Post(':id/remind')
  @AllowStaff('credential:set', { fresh: true, keys: false })
  @Returns(202, AccessRunDto)
  remindAccessRun(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.runs.remind(id, staff);
  }

  /** Ends the PINs of before now, wherever the new one arrived. */
  @Post(':id/finish')
  @AllowStaff('credential:set', { fresh: true, keys: false })
  @Returns(200, AccessRunDto)
  finishAccessRun(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.runs.finish(id, staff);
  }

  /** Ends a run: what was given stays, the rest is not sent. PINs of before then work until the new ones are used. */
  @Post(':id/stop')
  @AllowStaff('credential:send')
  @Returns(200, AccessRunDto)
  stopAccessRun(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.runs.stop(id, staff);
  }
}
