import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowContact } from '../../http/access.js';
import type { PersonActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { OwnDevices } from './known-device.dto.js';
import { OwnDevicesService } from './own-devices.service.js';

@ApiTags('portal')
@Controller('portal/known-devices')
export class OwnDevicesController {
  constructor(private readonly devices: OwnDevicesService) {}

  /** The browsers the person signed in with. */
  @Get()
  @AllowContact(null, { beforeCompany: true })
  @Returns(200, OwnDevices)
  listOwnKnownDevices(@Actor() person: PersonActor) {
    return this.devices.list(person);
  }

  /** Signs out and forgets all own browsers but this one. */
  @Delete()
  @AllowContact(null, { beforeCompany: true })
  @Returns(200, Done)
  endOtherKnownDevices(@Actor() person: PersonActor) {
    return this.devices.endOthers(person);
  }

  /** Signs out and forgets one own browser. */
  @Delete(':id')
  @AllowContact(null, { beforeCompany: true })
  @Returns(200, Done)
  endOwnKnownDevice(@Param({ schema: IdParams }) params: IdParams, @Actor() person: PersonActor) {
    return this.devices.endOne(params.id, person);
  }
}
