import { Module } from '@nestjs/common';
import { VisitsModule } from '../deployments/visits/visits.module.js';
import { CaseBulk } from './case-bulk.service.js';
import { CaseChanges } from './case-changes.service.js';
import { CaseKinds } from './notices/case-kinds.js';
import { CaseLog } from './case-log.service.js';
import { CaseNotices } from './notices/case-notices.service.js';
import { CaseOpening } from './case-opening.service.js';
import { CaseReplies } from './case-replies.service.js';
import { CasesController } from './cases.controller.js';
import { CasesQueries } from './inbox/cases.queries.js';
import { CasesService } from './cases.service.js';
import { CaseFilesController } from './files/case-files.controller.js';
import { CaseFilesService } from './files/case-files.service.js';
import { UploadLimits } from './files/upload-limits.js';
import { LooseFiles } from './files/loose-files.js';
import { UploadOwners } from './files/upload-owners.js';
import { CaseFollowsController } from './follows/case-follows.controller.js';
import { CaseMerging } from './follows/case-merging.service.js';
import { FollowController } from './follows/follow.controller.js';
import { FollowExpiry } from './follows/follow-expiry.service.js';
import { FollowKinds } from './follows/follow-kinds.js';
import { FollowLimits } from './follows/follow-limits.js';
import { FollowLinks } from './follows/follow-links.js';
import { FollowMail } from './follows/follow-mail.js';
import { FollowQueries } from './follows/follow.queries.js';
import { FollowReplies } from './follows/follow-replies.service.js';
import { FollowSessions } from './follows/follow-sessions.service.js';
import { MailStops } from './follows/mail-stops.js';
import { MailStopsController } from './follows/mail-stops.controller.js';
import { FollowUpdates } from './follows/follow-updates.service.js';
import { StaffFollows } from './follows/staff-follows.service.js';
import { FollowersController } from './followers/followers.controller.js';
import { FollowersService } from './followers/followers.service.js';
import { PortalCasesController } from './portal/portal-cases.controller.js';
import { PortalCasesQueries } from './portal/portal-cases.queries.js';
import { PortalCasesService } from './portal/portal-cases.service.js';
import { PortalReplies } from './portal/portal-replies.service.js';
import { RightsCheckController } from './rights-check/rights-check.controller.js';
import { RightsCheckQueries } from './rights-check/rights-check.queries.js';
import { CaseTemplatesController } from './templates/case-templates.controller.js';
import { CaseTemplatesQueries } from './templates/case-templates.queries.js';
import { CaseTemplatesService } from './templates/case-templates.service.js';
import { ReportAlerts } from './visit/report-alerts.js';
import { VisitCasesController } from './visit/visit-cases.controller.js';
import { VisitCasesService } from './visit/visit-cases.service.js';
import { VisitFiles } from './visit/visit-files.service.js';
import { VisitFollowing } from './visit/visit-following.service.js';
import { VisitKinds } from './visit/visit-kinds.js';
import { VisitLimits } from './visit/visit-limits.js';
import { VisitOpening } from './visit/visit-opening.service.js';
import { VisitReportingQueries } from './visit/visit-reporting.queries.js';

const shared = [CaseKinds, CaseLog, CaseNotices, CaseOpening];
const forStaff = [CasesService, CaseBulk, CaseChanges, CaseReplies, CasesQueries, RightsCheckQueries];
const forContacts = [PortalCasesService, PortalReplies, PortalCasesQueries, FollowersService];
const visitParts = [ReportAlerts, VisitKinds, VisitLimits, VisitOpening];
const forVisitors = [...visitParts, VisitCasesService, VisitFollowing, VisitReportingQueries, VisitFiles];
const followParts = [FollowKinds, FollowLimits, FollowLinks, FollowMail, MailStops];
const follows = [
  ...followParts,
  FollowQueries,
  FollowReplies,
  FollowSessions,
  FollowUpdates,
  FollowExpiry,
  StaffFollows,
  CaseMerging,
];
const templates = [CaseTemplatesService, CaseTemplatesQueries];
const files = [CaseFilesService, UploadLimits, LooseFiles, UploadOwners];

@Module({
  imports: [VisitsModule],
  controllers: [
    CaseFollowsController,
    CasesController,
    PortalCasesController,
    FollowersController,
    CaseFilesController,
    CaseTemplatesController,
    VisitCasesController,
    FollowController,
    MailStopsController,
    RightsCheckController,
  ],
  providers: [...shared, ...forStaff, ...forContacts, ...forVisitors, ...follows, ...templates, ...files],
})
export class CasesModule {}
