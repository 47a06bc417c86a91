import { Injectable } from '@nestjs/common';
import type { VisitActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { RecordScan, ScanRecorded, VisitDto } from './visit.dto.js';

@Injectable()
export class VisitsService {
  scan(_scan: RecordScan, _ip: string): Promise<ScanRecorded> {
    throw new AppError('service.unavailable');
  }
  view(_visit: VisitActor, _language: string | undefined): Promise<VisitDto> {
    throw new AppError('service.unavailable');
  }
  photo(_visit: VisitActor): Promise<{ type: string; data: Buffer }> {
    throw new AppError('service.unavailable');
  }
  end(_visit: VisitActor): Promise<void> {
    throw new AppError('service.unavailable');
  }
}
