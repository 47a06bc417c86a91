import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../../http/access.js';
import { type Editing, EditingActor } from '../../../http/acting.js';
import type { StaffActor } from '../../../http/actors.js';
import { NeedsVersion } from '../../../http/if-match.js';
import { Returns } from '../../../http/returns.js';
import { Done, IdParams } from '../../../http/schemas.js';
import { CarrierDto, CarrierList, ChangeCarrier, CreateCarrier } from './carrier.dto.js';
import { CarriersService } from './carriers.service.js';

@ApiTags('settings')
@Controller('carriers')
export class CarriersController {
  constructor(private readonly carriers: CarriersService) {}

  /** Carriers whose e-mail-to-SMS gateway may be used, with those that were switched off (S2.15). */
  @Get()
  @AllowStaff('contact:read')
  @Returns(200, CarrierList)
  listCarriers() {
    return this.carriers.list();
  }

  /** Adds a carrier, or a paid service that takes e-mail for a number. Needs a password proven within the last 15 minutes: SMS with secrets go there. */
  @Post()
  @AllowStaff('settings:write', { fresh: true })
  @Returns(201, CarrierDto)
  createCarrier(@Body({ schema: CreateCarrier }) draft: CreateCarrier, @Actor() staff: StaffActor) {
    return this.carriers.create(draft, staff);
  }

  /** Changes what is named, for example the day its gateway ends. Needs a password proven within the last 15 minutes. */
  @Patch(':id')
  @NeedsVersion()
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, CarrierDto)
  changeCarrier(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeCarrier }) change: ChangeCarrier,
    @EditingActor() editing: Editing<StaffActor>,
  ) {
    return this.carriers.change(id, change, editing);
  }

  /** Removes a carrier that nobody has. */
  @Delete(':id')
  @AllowStaff('settings:write')
  @Returns(200, Done)
  removeCarrier(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.carriers.remove(id, staff);
  }
}
