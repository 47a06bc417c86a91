import { Module } from '@nestjs/common';
import { CasesController } from './cases.controller.js';
import { CasesQueries } from './cases.queries.js';
import { CasesService } from './cases.service.js';
import { CaseFilesController } from './files/case-files.controller.js';
import { CaseFilesService } from './files/case-files.service.js';
import { PortalCasesController } from './portal/portal-cases.controller.js';
import { PortalCasesQueries } from './portal/portal-cases.queries.js';
import { PortalCasesService } from './portal/portal-cases.service.js';

@Module({
  controllers: [CasesController, PortalCasesController, CaseFilesController],
  providers: [CasesService, CasesQueries, PortalCasesService, PortalCasesQueries, CaseFilesService],
})
export class CasesModule {}
