import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import type { CaseDto } from '../case.dto.js';

@Injectable()
export class CaseMerging {
  async merge(_id: string, _into: string, _staff: StaffActor): Promise<CaseDto> {
    throw new AppError('service.unavailable');
  }
}
