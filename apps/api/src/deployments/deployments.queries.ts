import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { PageQuery } from '../http/schemas.js';
import type { ActivityEvent } from '../audit/activity.dto.js';
import type { DeploymentDto, DeploymentQuery, DeploymentRow } from './deployment.dto.js';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

@Injectable()
export class DeploymentsQueries {
  list(_query: DeploymentQuery, _staff: StaffActor): Promise<Page<DeploymentRow>> {
    throw new AppError('service.unavailable');
  }
  get(_id: string, _staff: StaffActor): Promise<DeploymentDto> {
    throw new AppError('service.unavailable');
  }
  activity(_id: string, _query: PageQuery): Promise<Page<ActivityEvent>> {
    throw new AppError('service.unavailable');
  }
}
