import { Module } from '@nestjs/common';
import { CredentialsModule } from '../../credentials/credentials.module.js';
import { AccessReportQueries } from '../../credentials/access-report/access-report.queries.js';
import { AccessExport } from './access-export.js';
import { AuditExport } from './audit-export.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { OwnCopyController } from './own-copy.controller.js';
import { OwnCopy } from './own-copy.js';
import { PersonExportController } from './person-export.controller.js';
import { PersonExport } from './person-export.js';

@Module({
  imports: [CredentialsModule],
  controllers: [ExportsController, PersonExportController, OwnCopyController],
  providers: [ExportsService, AccessReportQueries, AccessExport, AuditExport, PersonExport, OwnCopy],
})
export class ExportsModule {}
