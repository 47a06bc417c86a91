import { Module } from '@nestjs/common';
import { AuditExport } from './audit-export.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { PersonExportController } from './person-export.controller.js';
import { PersonExport } from './person-export.js';

@Module({
  controllers: [ExportsController, PersonExportController],
  providers: [ExportsService, AuditExport, PersonExport],
})
export class ExportsModule {}
