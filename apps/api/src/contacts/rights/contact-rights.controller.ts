import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { IfMatch, NeedsVersion } from '../../http/if-match.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { ContactRights, SetContactRights } from './contact-rights.dto.js';
import { ContactRightsService } from './contact-rights.service.js';

@ApiTags('contacts')
@Controller('contacts')
export class ContactRightsController {
  constructor(private readonly rights: ContactRightsService) {}

  /** Each right of this contact: whether it is effective, and why not. */
  @Get(':id/rights')
  @AllowStaff('contact:read')
  @Returns(200, ContactRights)
  getContactRights(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.rights.matrix(id);
  }

  /** Sets the exceptions of this contact; bites on the next request. */
  @Put(':id/rights')
  @NeedsVersion()
  @AllowStaff('rights:write', { fresh: true })
  @Returns(200, ContactRights)
  setContactRights(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: SetContactRights }) body: SetContactRights,
    @IfMatch() version: number,
    @Actor() staff: StaffActor,
  ) {
    return this.rights.set({ id, version }, body.removed, staff);
  }
}
