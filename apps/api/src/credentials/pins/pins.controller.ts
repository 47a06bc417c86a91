import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { IssuedPin, RevealedPin, RevealPin } from './pins.dto.js';
import { PinsService } from './pins.service.js';

@ApiTags('credentials')
@Controller('contacts/:id/pin')
export class PinsController {
  constructor(private readonly pins: PinsService) {}

  /** Makes a PIN and shows it once. A PIN in use works until the new one is used. */
  @Post()
  @AllowStaff('credential:set', { fresh: true, keys: false })
  @Returns(200, IssuedPin)
  issuePin(@Param({ schema: IdParams }) params: IdParams, @Actor() staff: StaffActor) {
    return this.pins.issueForContact(params.id, staff);
  }

  /** Shows a PIN that was not used yet, to somebody who just proved his password. */
  @Post('reveal')
  @AllowStaff('pin:reveal', { fresh: true, keys: false })
  @Returns(200, RevealedPin)
  revealPin(
    @Param({ schema: IdParams }) params: IdParams,
    @Body({ schema: RevealPin }) body: RevealPin,
    @Actor() staff: StaffActor,
  ) {
    return this.pins.reveal(params.id, body.reason, staff);
  }
}
