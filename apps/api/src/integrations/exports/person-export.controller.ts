import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { ReturnsFile } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { PersonExport } from './person-export.js';

@ApiTags('privacy')
@Controller('contacts/:id/export')
export class PersonExportController {
  constructor(private readonly people: PersonExport) {}

  /** A ZIP with everything that is kept about this person, as JSON and CSV, without secrets. */
  @Get()
  @AllowStaff('contact:erase', { fresh: true })
  @ReturnsFile('application/zip')
  exportPerson(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.people.export(id, staff);
  }
}
