import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { TakePhoneOff } from './login-ids.dto.js';
import { LoginIdsService } from './login-ids.service.js';

@ApiTags('credentials')
@Controller('contacts/:id/login')
export class LoginIdsController {
  constructor(private readonly loginIds: LoginIdsService) {}

  /** The login of this contact opens with a number no more that is on file nowhere; what the PIN opened ends. */
  @Post('phones/remove')
  @AllowStaff('credential:set', { fresh: true, keys: false })
  @Returns(200, Done)
  takePhoneOff(
    @Param({ schema: IdParams }) params: IdParams,
    @Body({ schema: TakePhoneOff }) body: TakePhoneOff,
    @Actor() staff: StaffActor,
  ) {
    return this.loginIds.takePhoneOff(params.id, body.phone, staff);
  }

  /** A login that nobody has used yet takes the e-mail address of this contact in place of the one it was made with. */
  @Post('email')
  @AllowStaff('credential:set', { fresh: true, keys: false })
  @Returns(200, Done)
  useContactEmail(@Param({ schema: IdParams }) params: IdParams, @Actor() staff: StaffActor) {
    return this.loginIds.useContactEmail(params.id, staff);
  }
}
