import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../../http/access.js';
import type { StaffActor } from '../../../http/actors.js';
import { CreateId, Idempotent } from '../../../http/idempotency.js';
import { Returns } from '../../../http/returns.js';
import { IdParams } from '../../../http/schemas.js';
import { CorrectAddress, CorrectedSend } from './corrections.dto.js';
import { CorrectionsService } from './corrections.service.js';

@ApiTags('notifications')
@Controller('notifications')
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  /** Writes a new e-mail address into the contact of a message with a way in that did not arrive, and sends the same text there, with a new link. Needs contact:write as well. */
  @Post(':id/correction')
  @Idempotent()
  @AllowStaff('credential:send', { fresh: 'or_key' })
  @Returns(202, CorrectedSend)
  correctAddress(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: CorrectAddress }) { email }: CorrectAddress,
    @CreateId() batchId: string,
    @Actor() staff: StaffActor,
  ) {
    return this.corrections.correct(id, { email, batchId, staff });
  }
}
