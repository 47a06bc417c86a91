import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { IssuedPin, RevealedPin } from './pins.dto.js';

@Injectable()
export class PinsService {
  async issueForContact(_contactId: string, _staff: StaffActor): Promise<IssuedPin> {
    throw new AppError('service.unavailable');
  }
  async reveal(_contactId: string, _reason: string, _staff: StaffActor): Promise<RevealedPin> {
    throw new AppError('service.unavailable');
  }
}
