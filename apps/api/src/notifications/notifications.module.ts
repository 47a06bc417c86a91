import { Global, Module } from '@nestjs/common';
import { MailerModule } from '@nestjs-modules/mailer';
import { BrokenAuditAlert } from './alerts/broken-audit-alert.js';
import { StaffAlerts } from './alerts/staff-alerts.js';
import { AddressTroubles } from './bounces/address-troubles.service.js';
import { BounceIntakeService } from './bounces/bounce-intake.service.js';
import { BounceLooks } from './bounces/bounce-looks.js';
import { BounceSettingsController } from './bounces/bounce-settings.controller.js';
import { Bounces } from './bounces/bounces.service.js';
import { MailEventsController } from './bounces/mail-events.controller.js';
import { MailEvents } from './bounces/mail-events.service.js';
import { Deliveries } from './delivery/deliveries.js';
import { Delivery } from './delivery/delivery.js';
import { DeliveryWorker } from './delivery/delivery.worker.js';
import { MailServer } from './delivery/mail-server.js';
import { MailTestController } from './delivery/mail-test.controller.js';
import { MailTest } from './delivery/mail-test.service.js';
import { MailChecks } from './mail-checks.js';
import { MessageKinds } from './message-kinds.js';
import { NotificationActions } from './notification-actions.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';
import { OutboxQueries } from './outbox/outbox-queries.js';
import { OutboxController } from './outbox/outbox.controller.js';
import { Outbox } from './outbox/outbox.service.js';
import { MessageContents } from './rendering/message-contents.js';
import { MessageRenderer } from './rendering/message-renderer.js';
import { CarriersController } from './sms/carriers/carriers.controller.js';
import { CarriersService } from './sms/carriers/carriers.service.js';
import { SmsReportsController } from './sms/reports/sms-reports.controller.js';
import { SmsReportsService } from './sms/reports/sms-reports.service.js';
import { SmsAlert } from './sms/sms-alert.js';
import { SmsDelivery } from './sms/sms-delivery.js';
import { SmsLimits } from './sms/sms-limits.js';
import { SmsObstacles } from './sms/sms-obstacles.js';
import { SmsServer } from './sms/sms-server.js';
import { SmsTest } from './sms/sms-test.service.js';
import { MailProfilesController } from './senders/mail-profiles.controller.js';
import { MailProfilesService } from './senders/mail-profiles.service.js';
import { Senders } from './senders/senders.js';
import { SmsAlarms } from './sms/stops/sms-alarms.js';
import { SmsStopAlert } from './sms/stops/sms-stop-alert.js';
import { SmsStopsController } from './sms/stops/sms-stops.controller.js';
import { SmsStopsService } from './sms/stops/sms-stops.service.js';
import { SmsController } from './sms/sms.controller.js';

@Global()
@Module({
  // Transports are added at run time, from the settings (mail-server.ts).
  imports: [MailerModule.forRoot({ transports: {} })],
  controllers: [
    NotificationsController,
    MailTestController,
    OutboxController,
    SmsController,
    SmsStopsController,
    CarriersController,
    SmsReportsController,
    MailEventsController,
    BounceSettingsController,
    MailProfilesController,
  ],
  providers: [
    NotificationsService,
    MessageKinds,
    StaffAlerts,
    BrokenAuditAlert,
    MailChecks,
    MessageRenderer,
    MessageContents,
    NotificationsQueries,
    NotificationActions,
    MailServer,
    MailTest,
    Deliveries,
    Delivery,
    DeliveryWorker,
    AddressTroubles,
    Bounces,
    BounceIntakeService,
    BounceLooks,
    MailEvents,
    MailProfilesService,
    Senders,
    Outbox,
    OutboxQueries,
    SmsServer,
    SmsLimits,
    SmsObstacles,
    SmsAlert,
    SmsStopAlert,
    SmsStopsService,
    SmsAlarms,
    SmsDelivery,
    SmsTest,
    SmsReportsService,
    CarriersService,
  ],
  exports: [
    AddressTroubles,
    NotificationsQueries,
    NotificationsService,
    MessageKinds,
    MessageRenderer,
    SmsObstacles,
    SmsServer,
    StaffAlerts,
  ],
})
export class NotificationsModule {}
