import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AppError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import type { Done } from '../http/schemas.js';
import type { ChangeCustomer, CreateCustomer, CustomerDeletion, CustomerDto } from './customer.dto.js';

@Injectable()
export class CustomersService {
  async create(_id: string, _body: CreateCustomer, _staff: StaffActor): Promise<CustomerDto> {
    throw new AppError('service.unavailable');
  }
  async change(_row: { id: string; version: number }, _body: ChangeCustomer, _staff: StaffActor): Promise<CustomerDto> {
    throw new AppError('service.unavailable');
  }
  async setStatus(_id: string, _status: 'active' | 'inactive', _staff: StaffActor): Promise<CustomerDto> {
    throw new AppError('service.unavailable');
  }
  async previewDeletion(_id: string): Promise<z.input<typeof CustomerDeletion>> {
    throw new AppError('service.unavailable');
  }
  async remove(_id: string, _staff: StaffActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
}
