import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import type { Right } from '../../http/rights.js';
import type { ContactRights } from './contact-rights.dto.js';

@Injectable()
export class ContactRightsService {
  async matrix(_id: string): Promise<ContactRights> {
    throw new AppError('service.unavailable');
  }
  async set(_row: { id: string; version: number }, _removed: Right[], _staff: StaffActor): Promise<ContactRights> {
    throw new AppError('service.unavailable');
  }
}
