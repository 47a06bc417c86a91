import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { CaseDto, MergeCase } from '../case.dto.js';
import { CaseMerging } from './case-merging.service.js';
import { CaseFollowList } from './follow.dto.js';
import { StaffFollows } from './staff-follows.service.js';

@ApiTags('cases')
@Controller()
export class CaseFollowsController {
  constructor(
    private readonly follows: StaffFollows,
    private readonly merging: CaseMerging,
  ) {}

  /** Who follows this case without a login: its reporter, and others with the same problem. */
  @Get('cases/:id/follows')
  @AllowStaff('case:read')
  @Returns(200, CaseFollowList)
  listCaseFollows(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.follows.list(id);
  }

  /** Ends a follow link at once, and every browser that opened it. */
  @Delete('case-follows/:id')
  @AllowStaff('case:write')
  @Returns(200, Done)
  revokeCaseFollow(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.follows.revoke(id, staff);
  }

  /** Sends the reporter's address a link to follow this case; opening it is the address's yes to updates. */
  @Post('cases/:id/reporter-link')
  @AllowStaff('case:reply')
  @Returns(202, Done)
  sendReporterLink(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.follows.sendReporterLink(id, staff);
  }

  /** Puts this duplicate into another case of the same customer: messages, files and followers go along, this one is closed. Answers the other case. */
  @Post('cases/:id/merge')
  @AllowStaff('case:write')
  @Returns(200, CaseDto)
  mergeCase(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: MergeCase }) { into }: MergeCase,
    @Actor() staff: StaffActor,
  ) {
    return this.merging.merge(id, into, staff);
  }
}
