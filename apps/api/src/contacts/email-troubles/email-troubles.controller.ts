import { Controller, Delete, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { EmailTroubles } from './email-troubles.service.js';

@ApiTags('contacts')
@Controller('contacts')
export class EmailTroublesController {
  constructor(private readonly troubles: EmailTroubles) {}

  /** Forgets that mail to this person's addresses came back or was reported: staff know that it works again. */
  @Delete(':id/email-troubles')
  @AllowStaff('contact:write')
  @Returns(200, Done)
  clearContactEmailTroubles(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.troubles.clear(id, 'email', staff);
  }

  /** Forgets that SMS to this person's numbers were lost: staff know that they arrive again. */
  @Delete(':id/phone-troubles')
  @AllowStaff('contact:write')
  @Returns(200, Done)
  clearContactPhoneTroubles(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.troubles.clear(id, 'phone', staff);
  }
}
