import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowStaff } from '../http/access.js';
import { Returns } from '../http/returns.js';
import { Dashboard } from './overview.dto.js';
import { OverviewQueries } from './overview.queries.js';

@ApiTags('overview')
@Controller('dashboard')
export class OverviewController {
  constructor(private readonly queries: OverviewQueries) {}

  /** The numbers that matter, and what needs somebody now. */
  @Get()
  @AllowStaff('customer:read')
  @Returns(200, Dashboard)
  getDashboard() {
    return this.queries.dashboard();
  }
}
