import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { Creating } from '../../http/acting.js';
import type { FollowActor } from '../../http/actors.js';
import type { Done } from '../../http/schemas.js';
import type { FollowMessage, ReopenFollow, WriteFollowMessage } from './follow.dto.js';

@Injectable()
export class FollowReplies {
  async reply(_message: WriteFollowMessage, _creating: Creating<FollowActor>): Promise<FollowMessage> {
    throw new AppError('service.unavailable');
  }

  async close(_follow: FollowActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }

  async reopen(_reason: ReopenFollow, _follow: FollowActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
}
