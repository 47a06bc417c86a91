import { Injectable } from '@nestjs/common';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { PortalCase, PortalCaseQuery, PortalCaseRow } from './portal-case.dto.js';

@Injectable()
export class PortalCasesQueries {
  async list(_query: PortalCaseQuery, _contact: ContactActor): Promise<{ items: PortalCaseRow[]; nextCursor: string | null }> { throw new AppError('service.unavailable'); }
  async detail(_id: string, _contact: ContactActor): Promise<PortalCase> { throw new AppError('service.unavailable'); }
}
