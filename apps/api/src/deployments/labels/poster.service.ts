import { Injectable, type StreamableFile } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { PrintPoster } from './label-print.dto.js';

@Injectable()
export class PosterService {
  print(_id: string, _body: PrintPoster, _staff: StaffActor): Promise<StreamableFile> {
    throw new AppError('service.unavailable');
  }
}
