import { Module } from '@nestjs/common';
import { DeploymentProgress } from './deployment-progress.js';
import { DeploymentsController } from './deployments.controller.js';
import { DeploymentsQueries } from './deployments.queries.js';
import { DeploymentsService } from './deployments.service.js';
import { DeviceBulk } from './device-bulk.service.js';
import { DevicesController } from './devices.controller.js';
import { DevicesQueries } from './devices.queries.js';
import { DevicesService } from './devices.service.js';
import { DeviceFilesController } from './files/device-files.controller.js';
import { DeviceFilesService } from './files/device-files.service.js';

const ofDeployments = [DeploymentsService, DeploymentsQueries, DeploymentProgress];
const ofDevices = [DevicesService, DevicesQueries, DeviceBulk, DeviceFilesService];

@Module({
  controllers: [DeploymentsController, DevicesController, DeviceFilesController],
  providers: [...ofDeployments, ...ofDevices],
})
export class DeploymentsModule {}
