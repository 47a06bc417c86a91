import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type {
  CaseTemplateDto,
  CaseTemplateQuery,
  CaseTemplateRow,
  CaseTemplateVersionDto,
  TemplateVersionParams,
} from './case-template.dto.js';

@Injectable()
export class CaseTemplatesQueries {
  async list(_query: CaseTemplateQuery): Promise<{ items: CaseTemplateRow[]; nextCursor: string | null }> {
    throw new AppError('service.unavailable');
  }

  async detail(_id: string): Promise<CaseTemplateDto> {
    throw new AppError('service.unavailable');
  }

  async version(_params: TemplateVersionParams): Promise<CaseTemplateVersionDto> {
    throw new AppError('service.unavailable');
  }
}
