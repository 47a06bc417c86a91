import { Injectable } from '@nestjs/common';
import { AppError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import type { PageQuery } from '../http/schemas.js';
import type { ActivityEvent } from './activity.dto.js';
import type { CustomerDto, CustomerQuery, CustomerRow } from './customer.dto.js';

@Injectable()
export class CustomersQueries {
  async list(_query: CustomerQuery): Promise<{ items: CustomerRow[]; nextCursor: string | null }> {
    throw new AppError('service.unavailable');
  }
  async get(_id: string, _staff: StaffActor): Promise<CustomerDto> {
    throw new AppError('service.unavailable');
  }
  async activity(_id: string, _query: PageQuery): Promise<{ items: ActivityEvent[]; nextCursor: string | null }> {
    throw new AppError('service.unavailable');
  }
}
