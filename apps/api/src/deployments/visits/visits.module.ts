import { Module } from '@nestjs/common';
import { VisitBrowser } from './visit-browser.js';
import { VisitOpeningService } from './visit-opening.service.js';
import { VisitsController } from './visits.controller.js';
import { VisitsService } from './visits.service.js';

@Module({ controllers: [VisitsController], providers: [VisitsService, VisitOpeningService, VisitBrowser] })
export class VisitsModule {}
