import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { SetContactPassword, SetPassword } from './contact-password.dto.js';
import { ContactPasswordService } from './contact-password.service.js';

@ApiTags('credentials')
@Controller('contacts/:id/password')
export class ContactPasswordController {
  constructor(private readonly passwords: ContactPasswordService) {}

  /** Sets the person's password for all companies at once and shows it this one time; all sessions end, the person is told by mail. */
  @Put()
  @AllowStaff('credential:set', { fresh: true, keys: false })
  @Returns(200, SetPassword)
  setContactPassword(
    @Param({ schema: IdParams }) params: IdParams,
    @Body({ schema: SetContactPassword }) body: SetContactPassword,
    @Actor() staff: StaffActor,
  ) {
    return this.passwords.setByStaff(params.id, body, staff);
  }
}
