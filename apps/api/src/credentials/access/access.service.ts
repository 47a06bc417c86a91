import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { Done } from '../../http/schemas.js';

@Injectable()
export class AccessService {
  async liftLock(_contactId: string, _staff: StaffActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
  async revokeInvitations(_contactId: string, _staff: StaffActor): Promise<{ revoked: number }> {
    throw new AppError('service.unavailable');
  }
  async endSessions(_contactId: string, _staff: StaffActor): Promise<{ ended: number }> {
    throw new AppError('service.unavailable');
  }
}
