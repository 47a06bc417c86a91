import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OwnSecret } from '../../credentials/portal/portal.dto.js';
import { Actor, AllowContact } from '../../http/access.js';
import type { PersonActor } from '../../http/actors.js';
import { ReturnsFile } from '../../http/returns.js';
import { OwnCopy } from './own-copy.js';

@ApiTags('portal')
@Controller('portal/own-copy')
export class OwnCopyController {
  constructor(private readonly copy: OwnCopy) {}

  /** A ZIP with what is kept about the person who is signed in, as JSON and CSV. The password or PIN is asked for once more (D24, SES-6). */
  @Post()
  @AllowContact(null, { beforeCompany: true })
  @ReturnsFile('application/zip')
  copyOwnData(@Body({ schema: OwnSecret }) secret: OwnSecret, @Actor() person: PersonActor) {
    return this.copy.make(secret, person);
  }
}
