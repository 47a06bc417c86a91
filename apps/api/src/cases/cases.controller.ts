import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../http/access.js';
import { type Creating, CreatingActor, type Editing, EditingActor } from '../http/acting.js';
import type { StaffActor } from '../http/actors.js';
import { Idempotent } from '../http/idempotency.js';
import { NeedsVersion } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Done, IdParams, PageQuery } from '../http/schemas.js';
import {
  CaseDto,
  CaseMessageDto,
  CaseMessagePage,
  CaseOpened,
  CasePage,
  CaseQuery,
  ChangeCase,
  OpenCase,
  WriteCaseMessage,
} from './case.dto.js';
import { CaseChangeList, ChangeCases } from './case-bulk.dto.js';
import { CaseBulk } from './case-bulk.service.js';
import { CaseChanges } from './case-changes.service.js';
import { CaseReplies } from './case-replies.service.js';
import { CasesQueries } from './inbox/cases.queries.js';
import { CasesService } from './cases.service.js';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly changes: CaseChanges,
    private readonly bulk: CaseBulk,
    private readonly replies: CaseReplies,
    private readonly queries: CasesQueries,
  ) {}

  /** The inbox: newest activity first. */
  @Get()
  @AllowStaff('case:read')
  @Returns(200, CasePage)
  listCases(@Query({ schema: CaseQuery }) query: CaseQuery, @Actor() staff: StaffActor) {
    return this.queries.list(query, staff);
  }

  /** Opens a case for a customer, or on behalf of one of its contacts, who is told. */
  @Post()
  @Idempotent()
  @AllowStaff('case:write')
  @Returns(201, CaseOpened)
  openCase(@Body({ schema: OpenCase }) draft: OpenCase, @CreatingActor() creating: Creating<StaffActor>) {
    return this.cases.open(draft, creating);
  }

  /** Closes up to 200 cases alike, or deletes reports by label for good (owners and admins), and answers what became of each. */
  @Post('changes')
  @AllowStaff('case:write')
  @Returns(200, CaseChangeList)
  changeCases(@Body({ schema: ChangeCases }) change: ChangeCases, @Actor() staff: StaffActor) {
    return this.bulk.change(change, staff);
  }

  /** One case, with what this staff member may do with it now. */
  @Get(':id')
  @AllowStaff('case:read')
  @Returns(200, CaseDto)
  getCase(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.queries.detail(id, staff);
  }

  /** Changes status, priority, assignee, subject or device; a new assignee is told. */
  @Patch(':id')
  @NeedsVersion()
  @AllowStaff('case:write')
  @Returns(200, CaseDto)
  changeCase(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeCase }) change: ChangeCase,
    @EditingActor() editing: Editing<StaffActor>,
  ) {
    return this.changes.change(id, change, editing);
  }

  /** Messages, internal notes and what was done, oldest first. */
  @Get(':id/messages')
  @AllowStaff('case:read')
  @Returns(200, CaseMessagePage)
  listCaseMessages(@Param({ schema: IdParams }) { id }: IdParams, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.queries.messages(id, query);
  }

  /** Answers the reporter, who is told, or leaves an internal note that no contact ever sees. */
  @Post(':id/messages')
  @Idempotent()
  @AllowStaff('case:reply')
  @Returns(201, CaseMessageDto)
  writeCaseMessage(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: WriteCaseMessage }) message: WriteCaseMessage,
    @CreatingActor() creating: Creating<StaffActor>,
  ) {
    return this.replies.write(id, message, creating);
  }

  /** Notes that this staff member has read the case as it is now. */
  @Put(':id/read')
  @AllowStaff('case:read', { keys: false })
  @Returns(200, Done)
  markCaseRead(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.cases.markRead(id, staff);
  }
}
