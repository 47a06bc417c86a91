import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { CreateId, Idempotent } from '../../http/idempotency.js';
import { Returns } from '../../http/returns.js';
import { DraftsService } from './drafts.service.js';
import {
  CredentialDraftDto,
  CredentialPreviews,
  DraftQuery,
  PreviewCredentials,
  SendCredentials,
  SentCredentials,
} from './sends.dto.js';
import { SendsService } from './sends.service.js';

@ApiTags('credentials')
@Controller()
export class SendsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly sends: SendsService,
  ) {}

  /** The message with credentials as it would start for this contact: text with placeholders, and what each becomes. */
  @Get('credential-draft')
  @AllowStaff('credential:send')
  @Returns(200, CredentialDraftDto)
  getCredentialDraft(@Query({ schema: DraftQuery }) query: DraftQuery, @Actor() staff: StaffActor) {
    return this.drafts.draft(query, staff);
  }

  /** The message as each contact would receive it, secrets as dots, with warnings. Changes nothing. */
  @Post('credential-previews')
  @AllowStaff('credential:send')
  @Returns(200, CredentialPreviews)
  previewCredentials(@Body({ schema: PreviewCredentials }) body: PreviewCredentials, @Actor() staff: StaffActor) {
    return this.drafts.preview(body, staff);
  }

  /** Queues one message with a way in for each contact; an earlier unused link of the contact stops working. */
  @Post('credential-sends')
  @Idempotent()
  @AllowStaff('credential:send')
  @Returns(202, SentCredentials)
  sendCredentials(
    @Body({ schema: SendCredentials }) body: SendCredentials,
    @CreateId() batchId: string,
    @Actor() staff: StaffActor,
  ) {
    return this.sends.send(body, batchId, staff);
  }
}
