import { Injectable } from '@nestjs/common';
import { AppError } from '../../http/app-error.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FollowActor } from '../../http/actors.js';
import type { Done } from '../../http/schemas.js';
import type { OpenFollow } from './follow.dto.js';

@Injectable()
export class FollowSessions {
  async open(_link: OpenFollow, _browser: { request: FastifyRequest; reply: FastifyReply }): Promise<Done> {
    throw new AppError('service.unavailable');
  }

  async end(_follow: FollowActor, _reply: FastifyReply): Promise<Done> {
    throw new AppError('service.unavailable');
  }
}
