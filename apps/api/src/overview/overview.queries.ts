import { Injectable } from '@nestjs/common';
import { AppError } from '../http/app-error.js';
import type { Dashboard } from './overview.dto.js';

@Injectable()
export class OverviewQueries {
  async dashboard(): Promise<Dashboard> { throw new AppError('service.unavailable'); }
}
