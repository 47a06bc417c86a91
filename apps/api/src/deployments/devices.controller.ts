import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActivityPage } from '../audit/activity.dto.js';
import { Actor, AllowStaff } from '../http/access.js';
import type { StaffActor } from '../http/actors.js';
import { CreateId, Idempotent } from '../http/idempotency.js';
import { IfMatch, NeedsVersion } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Done, IdParams, PageQuery } from '../http/schemas.js';
import {
  ChangeDevice,
  ChangeDevices,
  CreateDevice,
  DeviceChanges,
  DeviceDto,
  DeviceModelQuery,
  DeviceModels,
  DevicePage,
  DeviceQuery,
  MoveDevice,
} from './device.dto.js';
import { DeviceBulk } from './device-bulk.service.js';
import { DevicesQueries } from './devices.queries.js';
import { DevicesService } from './devices.service.js';

@ApiTags('devices')
@Controller()
export class DevicesController {
  constructor(
    private readonly devices: DevicesService,
    private readonly queries: DevicesQueries,
    private readonly bulk: DeviceBulk,
  ) {}

  /** Devices, searched and filtered. */
  @Get('devices')
  @AllowStaff('deployment:read')
  @Returns(200, DevicePage)
  listDevices(@Query({ schema: DeviceQuery }) query: DeviceQuery, @Actor() staff: StaffActor) {
    return this.queries.list(query, staff);
  }

  /** Adds a device to a deployment. */
  @Post('devices')
  @Idempotent()
  @AllowStaff('deployment:write')
  @Returns(201, DeviceDto)
  createDevice(@Body({ schema: CreateDevice }) body: CreateDevice, @CreateId() id: string, @Actor() staff: StaffActor) {
    return this.devices.create(id, body, staff);
  }

  /** Changes up to 1,000 devices alike and answers what became of each. */
  @Post('devices/changes')
  @AllowStaff('deployment:write')
  @Returns(200, DeviceChanges)
  changeDevices(@Body({ schema: ChangeDevices }) body: ChangeDevices, @Actor() staff: StaffActor) {
    return this.bulk.change(body, staff);
  }

  /** Models in use whose name holds the text. */
  @Get('device-models')
  @AllowStaff('deployment:read')
  @Returns(200, DeviceModels)
  listDeviceModels(@Query({ schema: DeviceModelQuery }) query: DeviceModelQuery) {
    return this.queries.models(query.q);
  }

  /** One device. */
  @Get('devices/:id')
  @AllowStaff('deployment:read')
  @Returns(200, DeviceDto)
  getDevice(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.queries.get(id, staff);
  }

  /** Changes what is named. */
  @Patch('devices/:id')
  @NeedsVersion()
  @AllowStaff('deployment:write')
  @Returns(200, DeviceDto)
  changeDevice(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeDevice }) body: ChangeDevice,
    @IfMatch() version: number,
    @Actor() staff: StaffActor,
  ) {
    return this.devices.change({ id, version }, body, staff);
  }

  /** Deletes a device without cases; its labels stop working. */
  @Delete('devices/:id')
  @AllowStaff('deployment:write')
  @Returns(200, Done)
  deleteDevice(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.devices.remove(id, staff);
  }

  /** Takes a device out of use: its label leads nowhere, its cases stay. */
  @Post('devices/:id/retire')
  @AllowStaff('deployment:write')
  @Returns(200, DeviceDto)
  retireDevice(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.devices.setStatus(id, 'retired', staff);
  }

  /** Puts a retired device back into use, with the label it had. */
  @Post('devices/:id/activate')
  @AllowStaff('deployment:write')
  @Returns(200, DeviceDto)
  activateDevice(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.devices.setStatus(id, 'active', staff);
  }

  /** Moves a device, with its history and labels, to another deployment; visits before it end. */
  @Post('devices/:id/move')
  @AllowStaff('deployment:write')
  @Returns(200, DeviceDto)
  moveDevice(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: MoveDevice }) { deploymentId }: MoveDevice,
    @Actor() staff: StaffActor,
  ) {
    return this.devices.move(id, deploymentId, staff);
  }

  /** Who did what to this device and its labels, newest first. */
  @Get('devices/:id/activity')
  @AllowStaff('deployment:read')
  @Returns(200, ActivityPage)
  listDeviceActivity(@Param({ schema: IdParams }) { id }: IdParams, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.queries.activity(id, query);
  }
}
