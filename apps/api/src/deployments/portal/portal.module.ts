import { Module } from '@nestjs/common';
import { DeploymentPortalController } from './portal.controller.js';
import { PortalPinService } from './portal-pin.service.js';
import { PortalService } from './portal.service.js';

@Module({ controllers: [DeploymentPortalController], providers: [PortalService, PortalPinService] })
export class DeploymentPortalModule {}
