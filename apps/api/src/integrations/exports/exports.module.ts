import { Module } from '@nestjs/common';
import { CredentialsModule } from '../../credentials/credentials.module.js';
import { AccessExport } from './access-export.js';
import { AuditExport } from './audit-export.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { PersonExportController } from './person-export.controller.js';
import { PersonExport } from './person-export.js';

@Module({
  imports: [CredentialsModule],
  controllers: [ExportsController, PersonExportController],
  providers: [ExportsService, AccessExport, AuditExport, PersonExport],
})
export class ExportsModule {}
