import { Module } from '@nestjs/common';
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
import { LooseFiles } from './files/loose-files.js';
import { UploadOwners } from './files/upload-owners.js';
import { FollowersController } from './followers/followers.controller.js';
import { FollowersService } from './followers/followers.service.js';
import { PortalCasesController } from './portal/portal-cases.controller.js';
import { PortalCasesQueries } from './portal/portal-cases.queries.js';
import { PortalCasesService } from './portal/portal-cases.service.js';
import { PortalReplies } from './portal/portal-replies.service.js';

const shared = [CaseKinds, CaseLog, CaseNotices, CaseOpening];
const forStaff = [CasesService, CaseChanges, CaseReplies, CasesQueries];
const forContacts = [PortalCasesService, PortalReplies, PortalCasesQueries, FollowersService];

@Module({
  controllers: [CasesController, PortalCasesController, FollowersController, CaseFilesController],
  providers: [...shared, ...forStaff, ...forContacts, CaseFilesService, LooseFiles, UploadOwners],
})
export class CasesModule {}
