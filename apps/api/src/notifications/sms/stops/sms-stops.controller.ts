import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../../http/access.js';
import type { StaffActor } from '../../../http/actors.js';
import { Returns } from '../../../http/returns.js';
import { Done, IdParams } from '../../../http/schemas.js';
import { LiftSmsStop, SmsStops } from './sms-stops.dto.js';
import { SmsStopsService } from './sms-stops.service.js';

@ApiTags('settings')
@Controller('settings/sms-stops')
export class SmsStopsController {
  constructor(private readonly stops: SmsStopsService) {}

  /** Countries that no SMS go to at the moment, because what was asked for looked like fraud. */
  @Get()
  @AllowStaff('settings:read')
  @Returns(200, SmsStops)
  listSmsStops() {
    return this.stops.list();
  }

  /** Lets SMS go to the country again. What was sent before counts no more. Needs a password proven within the last 15 minutes. */
  @Post(':id/lift')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, Done)
  liftSmsStop(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: LiftSmsStop }) { reason }: LiftSmsStop,
    @Actor() staff: StaffActor,
  ) {
    return this.stops.lift(id, reason, staff);
  }
}
