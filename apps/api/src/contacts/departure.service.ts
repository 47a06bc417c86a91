import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AppError } from '../http/app-error.js';
import type { StaffActor } from '../http/actors.js';
import type { Done } from '../http/schemas.js';
import type { ContactDeletion, ContactDto } from './contact.dto.js';

/** A contact leaves a customer: deleted, or moved to another one. */
@Injectable()
export class DepartureService {
  async previewDeletion(_id: string): Promise<z.input<typeof ContactDeletion>> {
    throw new AppError('service.unavailable');
  }
  async remove(_id: string, _staff: StaffActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
  async move(_id: string, _customerId: string, _staff: StaffActor): Promise<ContactDto> {
    throw new AppError('service.unavailable');
  }
}
