import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { MailProfileList, OrderMailProfiles, SetMailProfile } from './mail-profiles.dto.js';
import { MailProfilesService } from './mail-profiles.service.js';

@ApiTags('settings')
@Controller('mail-profiles')
export class MailProfilesController {
  constructor(private readonly profiles: MailProfilesService) {}

  /** Further senders beside the one of the settings, in the order in which they stand in for each other. */
  @Get()
  @AllowStaff('settings:read')
  @Returns(200, MailProfileList)
  listMailProfiles() {
    return this.profiles.list();
  }

  /** Adds a sender as the last one; at most ten. */
  @Post()
  @AllowStaff('settings:write', { fresh: true })
  @Returns(201, MailProfileList)
  addMailProfile(@Body({ schema: SetMailProfile }) body: SetMailProfile, @Actor() staff: StaffActor) {
    return this.profiles.add(body, staff);
  }

  /** Puts the senders into this order; those not named keep theirs behind. */
  @Put('order')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, MailProfileList)
  orderMailProfiles(@Body({ schema: OrderMailProfiles }) { ids }: OrderMailProfiles, @Actor() staff: StaffActor) {
    return this.profiles.order(ids, staff);
  }

  /** Changes a sender; applies to the next message. */
  @Put(':id')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, MailProfileList)
  changeMailProfile(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: SetMailProfile }) body: SetMailProfile,
    @Actor() staff: StaffActor,
  ) {
    return this.profiles.change(id, body, staff);
  }

  /** Removes a sender; what waits goes through the others. */
  @Delete(':id')
  @AllowStaff('settings:write', { fresh: true })
  @Returns(200, MailProfileList)
  removeMailProfile(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.profiles.remove(id, staff);
  }
}
