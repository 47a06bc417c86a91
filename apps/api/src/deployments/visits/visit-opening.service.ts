import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { OpenVisit, VisitOpened } from './visit.dto.js';
import type { Browser, VisitSession } from './visit-browser.js';

@Injectable()
export class VisitOpeningService {
  open(_typed: OpenVisit, _browser: Browser): Promise<{ view: VisitOpened; session: VisitSession }> {
    throw new AppError('service.unavailable');
  }
}
