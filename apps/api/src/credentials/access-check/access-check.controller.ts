import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { AccessCheckDto } from './access-check.dto.js';
import { AccessCheckService } from './access-check.service.js';

@ApiTags('credentials')
@Controller('contacts')
export class AccessCheckController {
  constructor(private readonly checks: AccessCheckService) {}

  /** Why somebody gets in or not: every condition, the act that mends it, and a sentence to read out (S4.10). */
  @Get(':id/access-check')
  @AllowStaff('credential:read')
  @Returns(200, AccessCheckDto)
  checkContactAccess(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.checks.ofContact(id, staff);
  }
}
