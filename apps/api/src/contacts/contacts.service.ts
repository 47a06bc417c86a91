import { Injectable } from '@nestjs/common';
import { AppError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import type { ChangeContact, ContactDto, CreateContact } from './contact.dto.js';

@Injectable()
export class ContactsService {
  async create(_id: string, _body: CreateContact, _staff: StaffActor): Promise<ContactDto> {
    throw new AppError('service.unavailable');
  }
  async change(_row: { id: string; version: number }, _body: ChangeContact, _staff: StaffActor): Promise<ContactDto> {
    throw new AppError('service.unavailable');
  }
  async setStatus(_id: string, _status: 'active' | 'inactive', _staff: StaffActor): Promise<ContactDto> {
    throw new AppError('service.unavailable');
  }
}
