import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { LabelDto, LabelQuery, LabelRow } from './label.dto.js';

@Injectable()
export class LabelsQueries {
  list(_query: LabelQuery, _staff: StaffActor): Promise<{ items: LabelRow[]; nextCursor: string | null }> {
    throw new AppError('service.unavailable');
  }
  get(_id: string, _staff: StaffActor): Promise<LabelDto> {
    throw new AppError('service.unavailable');
  }
}
