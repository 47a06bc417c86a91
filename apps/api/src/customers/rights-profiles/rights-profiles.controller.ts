import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { CreateId, Idempotent } from '../../http/idempotency.js';
import { IfMatch, NeedsVersion } from '../../http/if-match.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { ChangeRightsProfile, CreateRightsProfile, RightsProfileDto, RightsProfileList } from './rights-profile.dto.js';
import { RightsProfilesService } from './rights-profiles.service.js';

@ApiTags('customers')
@Controller('rights-profiles')
export class RightsProfilesController {
  constructor(private readonly profiles: RightsProfilesService) {}

  /** All rights profiles, by name. */
  @Get()
  @AllowStaff('customer:read')
  @Returns(200, RightsProfileList)
  listRightsProfiles() {
    return this.profiles.list();
  }

  /** Adds a rights profile. */
  @Post()
  @Idempotent()
  @AllowStaff('rights:write', { fresh: true })
  @Returns(201, RightsProfileDto)
  createRightsProfile(
    @Body({ schema: CreateRightsProfile }) body: CreateRightsProfile,
    @CreateId() id: string,
    @Actor() staff: StaffActor,
  ) {
    return this.profiles.create(id, body, staff);
  }

  /** Changes a rights profile; bites on the next request of everybody who has it. */
  @Patch(':id')
  @NeedsVersion()
  @AllowStaff('rights:write', { fresh: true })
  @Returns(200, RightsProfileDto)
  changeRightsProfile(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeRightsProfile }) body: ChangeRightsProfile,
    @IfMatch() version: number,
    @Actor() staff: StaffActor,
  ) {
    return this.profiles.change({ id, version }, body, staff);
  }

  /** Deletes a rights profile that no customer has and that is not the default. */
  @Delete(':id')
  @AllowStaff('rights:write', { fresh: true })
  @Returns(200, Done)
  deleteRightsProfile(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.profiles.remove(id, staff);
  }
}
