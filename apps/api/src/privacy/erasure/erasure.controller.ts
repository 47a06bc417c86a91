import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { EraseContact, Erased, ErasurePreview } from './erasure.dto.js';
import { PersonErasure } from './person-erasure.service.js';

@ApiTags('privacy')
@Controller('contacts/:id/erase')
export class ErasureController {
  constructor(private readonly erasure: PersonErasure) {}

  /** What erasing this person would do to their login, sessions, cases and messages. */
  @Get()
  @AllowStaff('contact:erase')
  @Returns(200, ErasurePreview)
  previewContactErasure(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.erasure.preview(id);
  }

  /** Erases the person for good (Art. 17): contact, phones, a login that ends, what names them in cases, messages and the audit. */
  @Post()
  @AllowStaff('contact:erase', { fresh: true })
  @Returns(200, Erased)
  eraseContact(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: EraseContact }) body: EraseContact,
    @Actor() staff: StaffActor,
  ) {
    return this.erasure.erase(id, body, staff);
  }
}
