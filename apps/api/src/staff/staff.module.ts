import { Module } from '@nestjs/common';
import { CodeProof } from './second-factor/code-proof.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorService, SecondFactorTools } from './second-factor/second-factor.service.js';
import { StaffEntry } from './second-factor/staff-entry.js';
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
  controllers: [StaffSessionController, StaffLinksController, StaffMembersController, SecondFactorController],
  providers: [
    CodeProof,
    SecondFactorService,
    SecondFactorTools,
    StaffEntry,
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
