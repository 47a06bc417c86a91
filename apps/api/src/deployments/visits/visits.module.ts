import { Module } from '@nestjs/common';
import { LateScanMail } from '../labels/late-scan-mail.js';
import { LateScans } from '../labels/late-scans.js';
import { DeploymentPortalModule } from '../portal/portal.module.js';
import { LabelScansService } from './label-scans.service.js';
import { VisitActors } from './visit-actors.js';
import { VisitAdmission } from './visit-admission.js';
import { VisitAlerts } from './visit-alerts.js';
import { VisitBrowser } from './visit-browser.js';
import { VisitBudgets } from './visit-budgets.js';
import { VisitExpiry } from './visit-expiry.service.js';
import { VisitLookup } from './visit-lookup.js';
import { VisitOpeningService } from './visit-opening.service.js';
import { VisitRefusals } from './visit-refusals.js';
import { VisitsController } from './visits.controller.js';
import { VisitsService } from './visits.service.js';

const ofScans = [LabelScansService, LateScans, LateScanMail];
const ofOpening = [VisitLookup, VisitBudgets, VisitAdmission, VisitRefusals, VisitAlerts];

@Module({
  imports: [DeploymentPortalModule],
  controllers: [VisitsController],
  providers: [VisitsService, VisitOpeningService, VisitBrowser, VisitActors, VisitExpiry, ...ofScans, ...ofOpening],
})
export class VisitsModule {}
