import { Injectable } from '@nestjs/common';
import type { Creating } from '../../http/acting.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { CreateLabels, LabelCode, LabelDto, LabelsCreated, LabelsMarked, ReplaceLabel } from './label.dto.js';

@Injectable()
export class LabelsService {
  create(_body: CreateLabels, _staff: StaffActor): Promise<LabelsCreated> {
    throw new AppError('service.unavailable');
  }
  code(_id: string, _staff: StaffActor): Promise<LabelCode> {
    throw new AppError('service.unavailable');
  }
  replace(_id: string, _body: ReplaceLabel, _creating: Creating<StaffActor>): Promise<LabelDto> {
    throw new AppError('service.unavailable');
  }
  revoke(_id: string, _staff: StaffActor): Promise<LabelDto> {
    throw new AppError('service.unavailable');
  }
  markPrinted(_ids: string[], _staff: StaffActor): Promise<LabelsMarked> {
    throw new AppError('service.unavailable');
  }
}
