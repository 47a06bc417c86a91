import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { StoredFile } from '../../files/send-file.js';
import type { FollowActor } from '../../http/actors.js';
import type { FollowedCase } from './follow.dto.js';

@Injectable()
export class FollowQueries {
  async detail(_follow: FollowActor, _language: string | undefined): Promise<FollowedCase> {
    throw new AppError('service.unavailable');
  }

  async file(_id: string, _follow: FollowActor): Promise<StoredFile> {
    throw new AppError('service.unavailable');
  }
}
