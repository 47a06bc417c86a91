import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { BounceIntakeService } from './bounce-intake.service.js';
import { BounceLooks } from './bounce-looks.js';
import { BounceSettings, MailEventsSecret, SetBounceMailbox } from './bounce-settings.dto.js';

@ApiTags('settings')
@Controller('settings/bounces')
export class BounceSettingsController {
  constructor(
    private readonly intake: BounceIntakeService,
    private readonly looks: BounceLooks,
  ) {}

  /** How it is learned that messages came back, and how the newest look into the mailbox went. */
  @Get()
  @AllowStaff('settings:read')
  @Returns(200, BounceSettings)
  getBounceSettings() {
    return this.intake.view();
  }

  /** Makes the secret that a provider posts with, and shows it once; an earlier one stops working. */
  @Post('secret')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(201, MailEventsSecret)
  makeMailEventsSecret(@Actor() staff: StaffActor) {
    return this.intake.makeSecret(staff);
  }

  /** Takes nothing from a provider any more. */
  @Delete('secret')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, BounceSettings)
  removeMailEventsSecret(@Actor() staff: StaffActor) {
    return this.intake.removeSecret(staff);
  }

  /** Names the mailbox that messages come back to; it is read every minute, and only reports in it are marked as read. */
  @Put('mailbox')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, BounceSettings)
  setBounceMailbox(@Body({ schema: SetBounceMailbox }) body: SetBounceMailbox, @Actor() staff: StaffActor) {
    return this.intake.setMailbox(body, staff);
  }

  /** Reads no mailbox any more. */
  @Delete('mailbox')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, BounceSettings)
  removeBounceMailbox(@Actor() staff: StaffActor) {
    return this.intake.setMailbox(null, staff);
  }

  /** Looks into the mailbox now, and answers how it went. */
  @Post('look')
  @AllowStaff('settings:write')
  @Returns(200, BounceSettings)
  async lookForBounces() {
    await this.looks.look();
    return this.intake.view();
  }
}
