import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { EstimateSms, SmsEstimate } from './sms-estimate.js';
import { SmsTest } from './sms-test.service.js';
import { SmsUsage, TestSms, TestSmsResult } from './sms.dto.js';

@ApiTags('settings')
@Controller('settings')
export class SmsController {
  constructor(private readonly test: SmsTest) {}

  /** Where SMS go now, and how many parts were sent. */
  @Get('sms-usage')
  @AllowStaff('settings:read')
  @Returns(200, SmsUsage)
  getSmsUsage() {
    return this.test.usage();
  }

  /** Counts the parts of a text as they are counted when it is sent, with the price of the settings. Sends nothing. */
  @Post('sms-estimate')
  @AllowStaff('settings:read')
  @Returns(200, SmsEstimate)
  estimateSms(@Body({ schema: EstimateSms }) sms: EstimateSms) {
    return this.test.estimate(sms);
  }

  /** Sends an SMS now, with the settings as they are saved, and answers the provider's own words. At most five an hour. */
  @Post('sms-test')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, TestSmsResult)
  sendTestSms(@Body({ schema: TestSms }) sms: TestSms, @Actor() staff: StaffActor) {
    return this.test.send(sms, staff);
  }
}
