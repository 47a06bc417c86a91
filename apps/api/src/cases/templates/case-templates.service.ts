import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { Creating, Editing } from '../../http/acting.js';
import type { StaffActor } from '../../http/actors.js';
import type { CaseTemplateDto, ChangeCaseTemplate, CreateCaseTemplate } from './case-template.dto.js';

@Injectable()
export class CaseTemplatesService {
  async create(_draft: CreateCaseTemplate, _creating: Creating<StaffActor>): Promise<CaseTemplateDto> {
    throw new AppError('service.unavailable');
  }

  async change(_id: string, _change: ChangeCaseTemplate, _editing: Editing<StaffActor>): Promise<CaseTemplateDto> {
    throw new AppError('service.unavailable');
  }

  async setStatus(_id: string, _status: 'active' | 'archived', _staff: StaffActor): Promise<CaseTemplateDto> {
    throw new AppError('service.unavailable');
  }
}
