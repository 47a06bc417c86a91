import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { Creating } from '../../http/acting.js';
import type { VisitActor } from '../../http/actors.js';
import type { OpenVisitCase, VisitCaseOpened } from './visit-case.dto.js';

@Injectable()
export class VisitCasesService {
  async open(_draft: OpenVisitCase, _creating: Creating<VisitActor>): Promise<VisitCaseOpened> {
    throw new AppError('service.unavailable');
  }
}
