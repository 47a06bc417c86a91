import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ContactActor, StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { CaseFileDto, FileType } from './case-file.dto.js';
import type { StoredFile } from './send-file.js';

export interface Arriving {
  name: string;
  type: FileType;
  stream: Readable;
}

@Injectable()
export class CaseFilesService {
  async keep(_file: Arriving, _staff: StaffActor): Promise<CaseFileDto> { throw new AppError('service.unavailable'); }
  async keepForContact(_file: Arriving, _contact: ContactActor): Promise<CaseFileDto> { throw new AppError('service.unavailable'); }
  async forStaff(_id: string, _staff: StaffActor): Promise<StoredFile> { throw new AppError('service.unavailable'); }
  async forContact(_id: string, _contact: ContactActor): Promise<StoredFile> { throw new AppError('service.unavailable'); }
}
