import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import type { Done } from '../../http/schemas.js';
import type { CaseFollowList } from './follow.dto.js';

@Injectable()
export class StaffFollows {
  async list(_caseId: string): Promise<CaseFollowList> {
    throw new AppError('service.unavailable');
  }

  async revoke(_id: string, _staff: StaffActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }

  async sendReporterLink(_caseId: string, _staff: StaffActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
}
