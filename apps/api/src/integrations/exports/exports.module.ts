import { Module } from '@nestjs/common';
import { CredentialsModule } from '../../credentials/credentials.module.js';
import { AccessReportQueries } from '../../credentials/access-report/access-report.queries.js';
import { AccessExport } from './access-export.js';
import { ResetLogQueries } from '../../credentials/resets/reset-log.queries.js';
import { AuditExport } from './audit-export.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { OwnCopyController } from './own-copy.controller.js';
import { OwnCopy } from './own-copy.js';
import { PersonExportController } from './person-export.controller.js';
import { MessagesExport } from './messages-export.js';
import { PersonExport } from './person-export.js';
import { RecordedExports } from './recorded-exports.js';
import { ReportExportsController } from './report-exports.controller.js';
import { RequestsExport } from './requests-export.js';

@Module({
  imports: [CredentialsModule],
  controllers: [ExportsController, ReportExportsController, PersonExportController, OwnCopyController],
  providers: [
    ExportsService,
    RecordedExports,
    AccessReportQueries,
    ResetLogQueries,
    AccessExport,
    AuditExport,
    RequestsExport,
    MessagesExport,
    PersonExport,
    OwnCopy,
  ],
})
export class ExportsModule {}
