import { Module } from '@nestjs/common';
import { StaffAccountService, StaffAccountTools } from './staff-account.service.js';
import { StaffCookie } from './staff-cookie.js';
import { StaffDevices } from './staff-devices.js';
import { StaffLinksController } from './staff-links.controller.js';
import { StaffLinksService } from './staff-links.service.js';
import { StaffMembersController } from './staff-members.controller.js';
import { StaffMembersQueries } from './staff-members.queries.js';
import { StaffMembersService, StaffMemberTools } from './staff-members.service.js';
import { StaffPasswordRule } from './staff-password-rule.js';
import { StaffSessionController } from './staff-session.controller.js';
import { StaffRecords } from './staff-records.js';
import { StaffSessionService } from './staff-session.service.js';
import { StaffSessionView } from './staff-session.view.js';
import { StaffTries } from './staff-tries.js';
import { StaffMessages } from './staff.messages.js';

@Module({
  controllers: [StaffSessionController, StaffLinksController, StaffMembersController],
  providers: [
    StaffAccountService,
    StaffAccountTools,
    StaffCookie,
    StaffDevices,
    StaffLinksService,
    StaffMembersQueries,
    StaffMembersService,
    StaffMemberTools,
    StaffMessages,
    StaffPasswordRule,
    StaffRecords,
    StaffSessionService,
    StaffSessionView,
    StaffTries,
  ],
})
export class StaffModule {}
