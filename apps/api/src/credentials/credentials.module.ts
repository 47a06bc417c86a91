import { Module } from '@nestjs/common';
import { AccessController } from './access/access.controller.js';
import { AccessQueries } from './access/access.queries.js';
import { AccessService } from './access/access.service.js';
import { ActivationController } from './activation/activation.controller.js';
import { ActivationService } from './activation/activation.service.js';
import { LoginCheckController } from './identities/login-check.controller.js';
import { LoginCheckQueries } from './identities/login-check.queries.js';
import { ContactPasswordController } from './passwords/contact-password.controller.js';
import { ContactPasswordService } from './passwords/contact-password.service.js';
import { PinsController } from './pins/pins.controller.js';
import { PinsService } from './pins/pins.service.js';
import { PortalBrowser } from './portal/portal-browser.js';
import { PortalProfileService } from './portal/portal-profile.service.js';
import { PortalSessionController } from './portal/portal-session.controller.js';
import { PortalSessionService } from './portal/portal-session.service.js';
import { SignInController } from './portal/sign-in.controller.js';
import { SignInService } from './portal/sign-in.service.js';
import { DraftsService } from './sends/drafts.service.js';
import { SendsController } from './sends/sends.controller.js';
import { SendsService } from './sends/sends.service.js';

@Module({
  controllers: [LoginCheckController, AccessController, PinsController, ContactPasswordController, SendsController, ActivationController, SignInController, PortalSessionController],
  providers: [
    LoginCheckQueries, AccessQueries, AccessService, PinsService, ContactPasswordService, DraftsService, SendsService, ActivationService,
    PortalBrowser, SignInService, PortalSessionService, PortalProfileService,
  ],
})
export class CredentialsModule {}
