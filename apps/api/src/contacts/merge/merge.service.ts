import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import type { ContactDto } from '../contact.dto.js';
import type { MergeContact, MergePreview } from './merge.dto.js';

@Injectable()
export class MergeService {
  async preview(_fromId: string, _intoId: string): Promise<MergePreview> {
    throw new AppError('service.unavailable');
  }
  async merge(_fromId: string, _body: MergeContact, _staff: StaffActor): Promise<ContactDto> {
    throw new AppError('service.unavailable');
  }
}
