import { Injectable } from '@nestjs/common';
import type { Creating } from '../../http/acting.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { CaseOpened } from '../case.dto.js';
import type { OpenPortalCase, PortalCase, PortalCaseMessage, ReopenPortalCase, WritePortalCaseMessage } from './portal-case.dto.js';

@Injectable()
export class PortalCasesService {
  async open(_draft: OpenPortalCase, _creating: Creating<ContactActor>): Promise<CaseOpened> { throw new AppError('service.unavailable'); }
  async reply(_id: string, _message: WritePortalCaseMessage, _creating: Creating<ContactActor>): Promise<PortalCaseMessage> { throw new AppError('service.unavailable'); }
  async close(_id: string, _contact: ContactActor): Promise<PortalCase> { throw new AppError('service.unavailable'); }
  async reopen(_id: string, _reason: ReopenPortalCase, _contact: ContactActor): Promise<PortalCase> { throw new AppError('service.unavailable'); }
}
