import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowContact } from '../../http/access.js';
import { type Creating, CreatingActor } from '../../http/acting.js';
import type { ContactActor } from '../../http/actors.js';
import { Idempotent } from '../../http/idempotency.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { CaseOpened } from '../case.dto.js';
import {
  OpenPortalCase,
  PortalCase,
  PortalCaseMessage,
  PortalCasePage,
  PortalCaseQuery,
  ReopenPortalCase,
  WritePortalCaseMessage,
} from './portal-case.dto.js';
import { PortalCasesQueries } from './portal-cases.queries.js';
import { PortalReplies } from './portal-replies.service.js';
import { PortalCasesService } from './portal-cases.service.js';

@ApiTags('portal cases')
@Controller('portal/cases')
export class PortalCasesController {
  constructor(
    private readonly cases: PortalCasesService,
    private readonly replies: PortalReplies,
    private readonly queries: PortalCasesQueries,
  ) {}

  /** The contact's own cases, or with the right for it those of the whole company; what waits for the customer first. */
  @Get()
  @AllowContact(null)
  @Returns(200, PortalCasePage)
  listPortalCases(@Query({ schema: PortalCaseQuery }) query: PortalCaseQuery, @Actor() contact: ContactActor) {
    return this.queries.list(query, contact);
  }

  /** Reports a problem, once for each Idempotency-Key. */
  @Post()
  @Idempotent({ required: true })
  @AllowContact('case:create')
  @Returns(201, CaseOpened)
  openPortalCase(
    @Body({ schema: OpenPortalCase }) draft: OpenPortalCase,
    @CreatingActor() creating: Creating<ContactActor>,
  ) {
    return this.cases.open(draft, creating);
  }

  /** One case with its public messages, and what the contact may do with it now. */
  @Get(':id')
  @AllowContact(null)
  @Returns(200, PortalCase)
  getPortalCase(@Param({ schema: IdParams }) { id }: IdParams, @Actor() contact: ContactActor) {
    return this.queries.detail(id, contact);
  }

  /** Answers; a waiting or solved case is open again. */
  @Post(':id/messages')
  @Idempotent()
  @AllowContact('case:reply')
  @Returns(201, PortalCaseMessage)
  writePortalCaseMessage(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: WritePortalCaseMessage }) message: WritePortalCaseMessage,
    @CreatingActor() creating: Creating<ContactActor>,
  ) {
    return this.replies.reply(id, message, creating);
  }

  /** "Solved": closes the case. */
  @Post(':id/close')
  @AllowContact('case:close')
  @Returns(200, PortalCase)
  closePortalCase(@Param({ schema: IdParams }) { id }: IdParams, @Actor() contact: ContactActor) {
    return this.replies.close(id, contact);
  }

  /** "Still broken": opens a case again within 60 days after it was solved or closed. */
  @Post(':id/reopen')
  @AllowContact('case:close')
  @Returns(200, PortalCase)
  reopenPortalCase(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ReopenPortalCase }) reason: ReopenPortalCase,
    @Actor() contact: ContactActor,
  ) {
    return this.replies.reopen(id, reason, contact);
  }
}
