import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { DeviceOfContactParams, EndedSessions, KnownDevices } from './known-device.dto.js';
import { ContactDevicesService } from './contact-devices.service.js';

@ApiTags('credentials')
@Controller('contacts/:id')
export class KnownDevicesController {
  constructor(private readonly devices: ContactDevicesService) {}

  /** The browsers this person signed in with, at any company, and where the person is signed in now. */
  @Get('known-devices')
  @AllowStaff('credential:read')
  @Returns(200, KnownDevices)
  listContactKnownDevices(@Param({ schema: IdParams }) params: IdParams) {
    return this.devices.list(params.id);
  }

  /** Signs the person out of one browser and forgets it. */
  @Delete('known-devices/:knownDeviceId')
  @AllowStaff('credential:set')
  @Returns(200, Done)
  endContactKnownDevice(
    @Param({ schema: DeviceOfContactParams }) params: DeviceOfContactParams,
    @Actor() staff: StaffActor,
  ) {
    return this.devices.endOne(params.id, params.knownDeviceId, staff);
  }

  /** Ends all sessions and known devices of the person, at every company. */
  @Delete('sessions')
  @AllowStaff('credential:set')
  @Returns(200, EndedSessions)
  endContactSessions(@Param({ schema: IdParams }) params: IdParams, @Actor() staff: StaffActor) {
    return this.devices.endAll(params.id, staff);
  }
}
