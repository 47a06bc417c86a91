import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { ContactDto } from '../contact.dto.js';
import { MergeContact, MergePreview, MergeQuery } from './merge.dto.js';
import { MergeService } from './merge.service.js';

@ApiTags('contacts')
@Controller('contacts')
export class MergeController {
  constructor(private readonly merges: MergeService) {}

  /** What merging this contact into another one of the same customer would keep and end. */
  @Get(':id/merge-preview')
  @AllowStaff('contact:write')
  @Returns(200, MergePreview)
  previewContactMerge(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Query({ schema: MergeQuery }) { into }: MergeQuery,
  ) {
    return this.merges.preview(id, into);
  }

  /** Merges this contact into another one of the same customer, and answers the one that stays. Asks for the password again where one of them has a login. */
  @Post(':id/merge')
  @AllowStaff('contact:write')
  @Returns(200, ContactDto)
  mergeContact(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: MergeContact }) body: MergeContact,
    @Actor() staff: StaffActor,
  ) {
    return this.merges.merge(id, body, staff);
  }
}
