import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { VisitActor } from '../../http/actors.js';
import type { VisitReporting } from './visit-case.dto.js';

@Injectable()
export class VisitReportingQueries {
  async reporting(_visit: VisitActor, _language: string | undefined): Promise<VisitReporting> {
    throw new AppError('service.unavailable');
  }
}
