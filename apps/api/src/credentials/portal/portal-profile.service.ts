import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { ChangePortalPassword, ChangePortalProfile, PortalSessionDto } from './portal.dto.js';

@Injectable()
export class PortalProfileService {
  async changePassword(_body: ChangePortalPassword, _person: PersonActor): Promise<{ id: string; expiresAt: Date }> {
    throw new AppError('service.unavailable');
  }
  async change(_body: ChangePortalProfile, _person: PersonActor): Promise<PortalSessionDto> {
    throw new AppError('service.unavailable');
  }
}
