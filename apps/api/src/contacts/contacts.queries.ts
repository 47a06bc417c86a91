import { Injectable } from '@nestjs/common';
import type { ActivityEvent } from '../customers/activity.dto.js';
import { AppError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import type { PageQuery } from '../http/schemas.js';
import type { ContactDto, ContactQuery } from './contact.dto.js';

@Injectable()
export class ContactsQueries {
  async list(_query: ContactQuery, _staff: StaffActor): Promise<{ items: ContactDto[]; nextCursor: string | null }> {
    throw new AppError('service.unavailable');
  }
  async get(_id: string, _staff: StaffActor): Promise<ContactDto> {
    throw new AppError('service.unavailable');
  }
  async activity(_id: string, _query: PageQuery): Promise<{ items: ActivityEvent[]; nextCursor: string | null }> {
    throw new AppError('service.unavailable');
  }
}
