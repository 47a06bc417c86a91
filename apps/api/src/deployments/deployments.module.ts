import { Module } from '@nestjs/common';
import { DeploymentProgress } from './deployment-progress.js';
import { DeploymentWrites } from './deployment-writes.js';
import { DeploymentsController } from './deployments.controller.js';
import { DeploymentsQueries } from './deployments.queries.js';
import { DeploymentsService } from './deployments.service.js';
import { DeviceBulk } from './device-bulk.service.js';
import { DeviceRecord } from './device-record.js';
import { DeviceWrites } from './device-writes.js';
import { DevicesController } from './devices.controller.js';
import { DevicesQueries } from './devices.queries.js';
import { DevicesService } from './devices.service.js';
import { DeviceFilesController } from './files/device-files.controller.js';
import { DeviceFilesService } from './files/device-files.service.js';

const ofDeployments = [DeploymentWrites, DeploymentsService, DeploymentsQueries, DeploymentProgress];
const ofDevices = [DeviceRecord, DeviceWrites, DevicesService, DevicesQueries, DeviceBulk, DeviceFilesService];

@Module({
  controllers: [DeploymentsController, DevicesController, DeviceFilesController],
  providers: [...ofDeployments, ...ofDevices],
  exports: [DeploymentWrites, DeviceWrites],
})
export class DeploymentsModule {}
