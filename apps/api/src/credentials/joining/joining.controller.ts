import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowContact } from '../../http/access.js';
import type { PersonActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { AskedCompanies } from './joining.dto.js';
import { JoiningService } from './joining.service.js';

const BEFORE = { beforeCompany: true } as const;

@ApiTags('portal')
@Controller('portal/asked-companies')
export class JoiningController {
  constructor(private readonly joining: JoiningService) {}

  /** Companies that want to give this person access, and those that were refused. */
  @Get()
  @AllowContact(null, BEFORE)
  @Returns(200, AskedCompanies)
  listAskedCompanies(@Actor() person: PersonActor) {
    return this.joining.list(person);
  }

  /** Accepts: from now on the company can be chosen. */
  @Post(':id/accept')
  @AllowContact(null, BEFORE)
  @Returns(200, Done)
  acceptCompany(@Param({ schema: IdParams }) { id }: IdParams, @Actor() person: PersonActor) {
    return this.joining.accept(id, person);
  }

  /** "Not me": staff of the company are told, and nothing opens. */
  @Post(':id/decline')
  @AllowContact(null, BEFORE)
  @Returns(200, Done)
  declineCompany(@Param({ schema: IdParams }) { id }: IdParams, @Actor() person: PersonActor) {
    return this.joining.decline(id, person);
  }
}
