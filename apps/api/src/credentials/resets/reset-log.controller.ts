import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowStaff } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import { ResetLogQueries } from './reset-log.queries.js';
import { ResetCounts, ResetCountsQuery, ResetRequestPage, ResetRequestQuery } from './resets.dto.js';

@ApiTags('credentials')
@Controller('password-resets')
export class ResetLogController {
  constructor(private readonly log: ResetLogQueries) {}

  /** Every request for a new password and what became of it, newest first (S2.22). */
  @Get()
  @AllowStaff('contact:read')
  @Returns(200, ResetRequestPage)
  listPasswordResets(@Query({ schema: ResetRequestQuery }) query: ResetRequestQuery) {
    return this.log.list(query);
  }

  /** How many requests came how far, or why nothing was sent (A15). */
  @Get('counts')
  @AllowStaff('contact:read')
  @Returns(200, ResetCounts)
  countPasswordResets(@Query({ schema: ResetCountsQuery }) query: ResetCountsQuery) {
    return this.log.counts(query);
  }
}
