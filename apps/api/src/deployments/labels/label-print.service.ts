import { Injectable, type StreamableFile } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { LabelStocks, PrintLabels, TestPageQuery } from './label-print.dto.js';

@Injectable()
export class LabelPrintService {
  stocks(): LabelStocks {
    throw new AppError('service.unavailable');
  }
  testPage(_id: string, _query: TestPageQuery, _staff: StaffActor): Promise<StreamableFile> {
    throw new AppError('service.unavailable');
  }
  labels(_body: PrintLabels, _staff: StaffActor): Promise<StreamableFile> {
    throw new AppError('service.unavailable');
  }
}
