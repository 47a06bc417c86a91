import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { PageQuery } from '../http/schemas.js';
import type { ActivityEvent } from '../audit/activity.dto.js';
import type { DeviceDto, DeviceModels, DeviceQuery, DeviceRow } from './device.dto.js';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

@Injectable()
export class DevicesQueries {
  list(_query: DeviceQuery, _staff: StaffActor): Promise<Page<DeviceRow>> {
    throw new AppError('service.unavailable');
  }
  get(_id: string, _staff: StaffActor): Promise<DeviceDto> {
    throw new AppError('service.unavailable');
  }
  models(_q: string | undefined): Promise<DeviceModels> {
    throw new AppError('service.unavailable');
  }
  activity(_id: string, _query: PageQuery): Promise<Page<ActivityEvent>> {
    throw new AppError('service.unavailable');
  }
}
