import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { RightsCheck, RightsCheckQuery } from './rights-check.dto.js';
import { RightsCheckQueries } from './rights-check.queries.js';

@ApiTags('contacts')
@Controller('contacts')
export class RightsCheckController {
  constructor(private readonly checks: RightsCheckQueries) {}

  /** "Can Eva see this case?", "Can Eva report at this device?": yes or no, and what decides. Also needs case:read or deployment:read. */
  @Get(':id/rights-check')
  @AllowStaff('contact:read')
  @Returns(200, RightsCheck)
  checkContactRights(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Query({ schema: RightsCheckQuery }) query: RightsCheckQuery,
    @Actor() staff: StaffActor,
  ) {
    return this.checks.check(id, query, staff);
  }
}
