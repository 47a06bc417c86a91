import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { FollowActor, VisitActor } from '../../http/actors.js';
import type { CaseFileDto } from '../files/case-file.dto.js';
import type { Arriving } from '../files/case-files.service.js';

@Injectable()
export class VisitFiles {
  async keepForVisit(_file: Arriving, _visit: VisitActor): Promise<CaseFileDto> {
    throw new AppError('service.unavailable');
  }

  async keepForFollow(_file: Arriving, _follow: FollowActor): Promise<CaseFileDto> {
    throw new AppError('service.unavailable');
  }
}
