import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { SendCredentials, SentCredentials } from './sends.dto.js';

@Injectable()
export class SendsService {
  async send(_body: SendCredentials, _staff: StaffActor): Promise<SentCredentials> {
    throw new AppError('service.unavailable');
  }
}
