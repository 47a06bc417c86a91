import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import type { Done } from '../http/schemas.js';
import type { ChangeDeployment, CreateDeployment, DeploymentDto } from './deployment.dto.js';

@Injectable()
export class DeploymentsService {
  create(_id: string, _body: CreateDeployment, _staff: StaffActor): Promise<DeploymentDto> {
    throw new AppError('service.unavailable');
  }
  change(_row: { id: string; version: number }, _body: ChangeDeployment, _staff: StaffActor): Promise<DeploymentDto> {
    throw new AppError('service.unavailable');
  }
  setStatus(_id: string, _status: 'active' | 'inactive', _staff: StaffActor): Promise<DeploymentDto> {
    throw new AppError('service.unavailable');
  }
  remove(_id: string, _staff: StaffActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
}
