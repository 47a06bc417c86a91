import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowStaff } from '../http/access.js';
import { Returns } from '../http/returns.js';
import { IdParams } from '../http/schemas.js';
import { AuditEventDto, AuditPage, AuditQuery } from './audit.dto.js';
import { AuditQueries } from './audit.queries.js';

@ApiTags('audit')
@Controller('audit-events')
export class AuditController {
  constructor(private readonly queries: AuditQueries) {}

  /** Who did what, newest first. */
  @Get()
  @AllowStaff('audit:read')
  @Returns(200, AuditPage)
  listAuditEvents(@Query({ schema: AuditQuery }) query: AuditQuery) {
    return this.queries.list(query);
  }

  /** One line, with what was before and after. */
  @Get(':id')
  @AllowStaff('audit:read')
  @Returns(200, AuditEventDto)
  getAuditEvent(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.queries.get(id);
  }
}
