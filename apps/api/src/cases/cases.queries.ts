import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { PageQuery } from '../http/schemas.js';
import type { CaseDto, CaseMessageDto, CaseQuery, CaseRow } from './case.dto.js';

@Injectable()
export class CasesQueries {
  async list(_query: CaseQuery, _staff: StaffActor): Promise<{ items: CaseRow[]; nextCursor: string | null }> { throw new AppError('service.unavailable'); }
  async detail(_id: string, _staff: StaffActor): Promise<CaseDto> { throw new AppError('service.unavailable'); }
  async messages(_id: string, _query: PageQuery): Promise<{ items: CaseMessageDto[]; nextCursor: string | null }> { throw new AppError('service.unavailable'); }
}
