import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { AccessChecksModule } from './access-checks/access-checks.module.js';
import { BudgetsModule } from './budgets/budgets.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/config.js';
import { ContactsModule } from './contacts/contacts.module.js';
import { ExportsModule } from './integrations/exports/exports.module.js';
import { AccessRunFilesModule } from './integrations/access-run-files/access-run-files.module.js';
import { ImportsModule } from './integrations/imports/imports.module.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { AccessRunsModule } from './credentials/access-runs/access-runs.module.js';
import { CustomersModule } from './customers/customers.module.js';
import { DbModule } from './db/db.module.js';
import { DeploymentsModule } from './deployments/deployments.module.js';
import { LabelsModule } from './deployments/labels/labels.module.js';
import { DeploymentPortalModule } from './deployments/portal/portal.module.js';
import { VisitsModule } from './deployments/visits/visits.module.js';
import { HealthController } from './http/health.controller.js';
import { HttpModule } from './http/http.module.js';
import { LiveModule } from './live/live.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { PasswordsModule } from './passwords/passwords.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { ApiKeysModule } from './integrations/api-keys/api-keys.module.js';
import { StaffModule } from './staff/staff.module.js';

/** The list of features, in the order in which one may know another (architecture.md). */
const features = [
  PasswordsModule,
  AccessChecksModule,
  BudgetsModule,
  LiveModule,
  AuditModule,
  SettingsModule,
  SessionsModule,
  NotificationsModule,
  StaffModule,
  CustomersModule,
  ContactsModule,
  CredentialsModule,
  AccessRunsModule,
  DeploymentPortalModule,
  VisitsModule,
  LabelsModule,
  DeploymentsModule,
  CasesModule,
  OverviewModule,
  PrivacyModule,
  ApiKeysModule,
  ImportsModule,
  ExportsModule,
  AccessRunFilesModule,
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.with(config), DbModule.forRoot(), HttpModule, ...features],
      controllers: [HealthController],
    };
  }
}
