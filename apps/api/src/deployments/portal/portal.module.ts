import { Module } from '@nestjs/common';
import { PinNotices } from './pin-notices.js';
import { DeploymentPortalCheck } from './portal-check.js';
import { DeploymentPortalController } from './portal.controller.js';
import { PortalPins, PortalPinService } from './portal-pin.service.js';
import { PortalPinStore } from './portal-pin-store.js';
import { PortalTries } from './portal-tries.js';
import { PortalService } from './portal.service.js';

@Module({
  controllers: [DeploymentPortalController],
  providers: [
    PortalService,
    PortalPinService,
    PortalPins,
    PortalPinStore,
    PortalTries,
    PinNotices,
    DeploymentPortalCheck,
  ],
  exports: [PortalPinStore, PortalPinService, PortalTries],
})
export class DeploymentPortalModule {}
