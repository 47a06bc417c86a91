import { Module } from '@nestjs/common';
import { DeploymentPortalModule } from '../portal/portal.module.js';
import { LabelCodeService } from './label-code.service.js';
import { LabelMakingService } from './label-making.service.js';
import { LabelPrintController } from './label-print.controller.js';
import { LabelPrintService, PrintSources } from './label-print.service.js';
import { LabelWrites } from './label-writes.js';
import { LabelsController } from './labels.controller.js';
import { LabelsQueries } from './labels.queries.js';
import { LabelsService } from './labels.service.js';
import { PosterService } from './poster.service.js';
import { PrintSettings } from './print-setting.js';

const ofPrinting = [LabelPrintService, PosterService, PrintSources, PrintSettings];

@Module({
  imports: [DeploymentPortalModule],
  // Printing first: POST labels/print stands before labels/:id.
  controllers: [LabelPrintController, LabelsController],
  providers: [LabelsService, LabelMakingService, LabelCodeService, LabelWrites, LabelsQueries, ...ofPrinting],
})
export class LabelsModule {}
