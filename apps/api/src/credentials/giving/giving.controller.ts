import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { CreateId, Idempotent } from '../../http/idempotency.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { AccessPlanDto, GiveAccess } from './giving.dto.js';
import { GivingService } from './giving.service.js';

@ApiTags('credentials')
@Controller('contacts/:id/access')
export class GivingController {
  constructor(private readonly giving: GivingService) {}

  /** Gives a contact a way in by the first way that fits what is on file, and says which and why; never touches a credential that works (INV-1). */
  @Post()
  @Idempotent()
  @AllowStaff('credential:send')
  @Returns(202, AccessPlanDto)
  giveContactAccess(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: GiveAccess }) body: GiveAccess,
    @CreateId() batchId: string,
    @Actor() staff: StaffActor,
  ) {
    return this.giving.give(id, body, { batchId, staff });
  }
}
