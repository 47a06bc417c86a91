import { Injectable } from '@nestjs/common';
import type { Creating, Editing } from '../http/acting.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { Done } from '../http/schemas.js';
import type { CaseDto, CaseMessageDto, CaseOpened, ChangeCase, OpenCase, WriteCaseMessage } from './case.dto.js';

@Injectable()
export class CasesService {
  async open(_draft: OpenCase, _creating: Creating<StaffActor>): Promise<CaseOpened> { throw new AppError('service.unavailable'); }
  async change(_id: string, _change: ChangeCase, _editing: Editing<StaffActor>): Promise<CaseDto> { throw new AppError('service.unavailable'); }
  async write(_id: string, _message: WriteCaseMessage, _creating: Creating<StaffActor>): Promise<CaseMessageDto> { throw new AppError('service.unavailable'); }
  async markRead(_id: string, _staff: StaffActor): Promise<Done> { throw new AppError('service.unavailable'); }
}
