import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { Creating } from '../../http/acting.js';
import type { VisitActor } from '../../http/actors.js';
import type { FollowVisitCase, VisitCaseOpened } from './visit-case.dto.js';

@Injectable()
export class VisitFollowing {
  async follow(_id: string, _draft: FollowVisitCase, _creating: Creating<VisitActor>): Promise<VisitCaseOpened> {
    throw new AppError('service.unavailable');
  }
}
