import { Injectable } from '@nestjs/common';
import { AppError } from '../http/app-error.js';
import type { DeploymentChecklist, DeploymentTraffic } from './deployment.dto.js';

@Injectable()
export class DeploymentProgress {
  checklist(_id: string): Promise<DeploymentChecklist> {
    throw new AppError('service.unavailable');
  }
  traffic(_id: string): Promise<DeploymentTraffic> {
    throw new AppError('service.unavailable');
  }
}
