import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { TestMail, TestMailResult } from '../../settings/settings.dto.js';
import { MailTest } from './mail-test.service.js';

@ApiTags('settings')
@Controller('settings')
export class MailTestController {
  constructor(private readonly test: MailTest) {}

  /** Sends a test message now, with the settings as they are saved or by a further sender, and answers the mail server's own words. At most five an hour. */
  @Post('mail-test')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, TestMailResult)
  sendTestMail(@Body({ schema: TestMail }) body: TestMail, @Actor() staff: StaffActor) {
    return this.test.send(body, staff);
  }
}
