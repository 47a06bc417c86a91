import { Global, Module } from '@nestjs/common';
import { ContactDeletionService } from './departures/contact-deletion.service.js';
import { ContactChecks } from './contact-checks.js';
import { ContactHooks } from './contact-hooks.js';
import { ContactRemoval } from './departures/contact-removal.js';
import { ContactWrites } from './contact-writes.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsQueries } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';
import { CustomerFollower } from './departures/customer-follower.js';
import { MoveService } from './departures/move.service.js';
import { EmailTroublesController } from './email-troubles/email-troubles.controller.js';
import { EmailTroubles } from './email-troubles/email-troubles.service.js';
import { MergeController } from './merge/merge.controller.js';
import { MergeService } from './merge/merge.service.js';
import { ContactRightsController } from './rights/contact-rights.controller.js';
import { ContactRightsService } from './rights/contact-rights.service.js';

@Global()
@Module({
  controllers: [ContactsController, MergeController, ContactRightsController, EmailTroublesController],
  providers: [
    ContactWrites,
    ContactsService,
    ContactsQueries,
    ContactDeletionService,
    ContactRemoval,
    CustomerFollower,
    MoveService,
    MergeService,
    ContactRightsService,
    EmailTroubles,
    ContactHooks,
    ContactChecks,
  ],
  exports: [ContactHooks, ContactWrites, ContactRemoval],
})
export class ContactsModule {}
