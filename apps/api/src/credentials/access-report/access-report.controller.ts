import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowStaff } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import {
  AccessReportCounts,
  AccessReportCountsQuery,
  AccessReportPage,
  AccessReportQuery,
} from './access-report.dto.js';
import { AccessReportQueries } from './access-report.queries.js';

@ApiTags('credentials')
@Controller('reports/access')
export class AccessReportController {
  constructor(private readonly report: AccessReportQueries) {}

  /** Everybody's access: who gets in, by what, since when not, and who does not and why (S4.10). */
  @Get()
  @AllowStaff('credential:read')
  @Returns(200, AccessReportPage)
  listAccessReport(@Query({ schema: AccessReportQuery }) query: AccessReportQuery) {
    return this.report.list(query);
  }

  /** How many of each, counted up to 10,000. */
  @Get('counts')
  @AllowStaff('credential:read')
  @Returns(200, AccessReportCounts)
  countAccessReport(@Query({ schema: AccessReportCountsQuery }) { customerId }: AccessReportCountsQuery) {
    return this.report.counts(customerId);
  }
}
