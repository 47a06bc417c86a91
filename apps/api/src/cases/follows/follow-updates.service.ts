import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { FollowActor } from '../../http/actors.js';
import type { Done } from '../../http/schemas.js';
import type { AskForUpdates, ConfirmUpdates } from './follow.dto.js';

@Injectable()
export class FollowUpdates {
  async ask(_wish: AskForUpdates, _follow: FollowActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }

  async confirm(_link: ConfirmUpdates): Promise<Done> {
    throw new AppError('service.unavailable');
  }
}
