import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessChecksModule } from '../../src/access-checks/access-checks.module.js';
import { AuditModule } from '../../src/audit/audit.module.js';
import { BudgetsModule } from '../../src/budgets/budgets.module.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { readConfig } from '../../src/config/config.js';
import { DbModule } from '../../src/db/db.module.js';
import { HttpModule } from '../../src/http/http.module.js';
import { JsonLogger } from '../../src/http/logger.js';
import { LiveModule } from '../../src/live/live.module.js';
import { MessageKinds } from '../../src/notifications/message-kinds.js';
import { NotificationsModule } from '../../src/notifications/notifications.module.js';
import { SettingsModule } from '../../src/settings/settings.module.js';

const config = readConfig({ ...process.env, ROLE: 'worker' });

/** One kind of message that tells its id, so that a copy can be checked against its row; registered before the worker starts, as features do. */
@Module({})
class KillTestModule {
  constructor(kinds: MessageKinds) {
    kinds.register({
      kind: 'kill-test',
      placeholders: ['id'],
      fill: async (_db, { id }) => ({ values: { id }, secret: [] }),
    });
  }
}

/** The delivery worker of the product in a process of its own, with what it needs and no more: it must start quickly, twenty times. */
@Module({
  imports: [
    ConfigModule.with(config),
    DbModule.forRoot(),
    HttpModule,
    LiveModule,
    AccessChecksModule,
    BudgetsModule,
    AuditModule,
    SettingsModule,
    NotificationsModule,
    KillTestModule,
  ],
})
class WorkerModule {}

await NestFactory.createApplicationContext(WorkerModule, {
  logger: new JsonLogger(config.logLevel),
  abortOnError: false,
});
console.log('working');
