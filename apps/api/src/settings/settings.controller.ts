import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../http/access.js';
import type { StaffActor } from '../http/actors.js';
import { IfMatch, NeedsVersion } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { PortalAddressChoice } from './portal-addresses.dto.js';
import { ChangeSettings, SettingsDto } from './settings.dto.js';
import { SettingsService } from './settings.service.js';

@ApiTags('settings')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  /** The company's settings; secrets only as "is set". */
  @Get()
  @AllowStaff('settings:read')
  @Returns(200, SettingsDto)
  getSettings() {
    return this.settings.view();
  }

  /** The addresses of the portal that a customer can be given (S4.2). */
  @Get('portal-addresses')
  @AllowStaff('customer:read')
  @Returns(200, PortalAddressChoice)
  listPortalAddresses() {
    return this.settings.portalAddresses();
  }

  /** Changes what is named; applies at once. Needs a password proven within the last 15 minutes: mail and links go where the settings say. */
  @Patch()
  @NeedsVersion()
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, SettingsDto)
  changeSettings(
    @Body({ schema: ChangeSettings }) change: ChangeSettings,
    @IfMatch() version: number,
    @Actor() staff: StaffActor,
  ) {
    return this.settings.change(change, version, staff);
  }
}
