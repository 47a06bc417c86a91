import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type {
  EnabledDeploymentPortal,
  NewDeploymentPin,
  RevealedDeploymentPin,
  SetDeploymentPin,
} from './portal.dto.js';

@Injectable()
export class PortalPinService {
  enable(_id: string, _staff: StaffActor): Promise<EnabledDeploymentPortal> {
    throw new AppError('service.unavailable');
  }
  set(_id: string, _wanted: SetDeploymentPin, _staff: StaffActor): Promise<NewDeploymentPin> {
    throw new AppError('service.unavailable');
  }
  reveal(_id: string, _staff: StaffActor): Promise<RevealedDeploymentPin> {
    throw new AppError('service.unavailable');
  }
}
