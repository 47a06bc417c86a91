import { Injectable } from '@nestjs/common';
import type { Editing } from '../../http/acting.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { ChangeDeploymentPortal, DeploymentPortalDto } from './portal.dto.js';

@Injectable()
export class PortalService {
  get(_id: string): Promise<DeploymentPortalDto> {
    throw new AppError('service.unavailable');
  }
  change(_id: string, _change: ChangeDeploymentPortal, _editing: Editing<StaffActor>): Promise<DeploymentPortalDto> {
    throw new AppError('service.unavailable');
  }
  disable(_id: string, _staff: StaffActor): Promise<DeploymentPortalDto> {
    throw new AppError('service.unavailable');
  }
  liftPause(_id: string, _staff: StaffActor): Promise<DeploymentPortalDto> {
    throw new AppError('service.unavailable');
  }
}
