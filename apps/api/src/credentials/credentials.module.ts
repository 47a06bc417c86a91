import { Module } from '@nestjs/common';
import { AccessCheckController } from './access-check/access-check.controller.js';
import { AccessCheckService } from './access-check/access-check.service.js';
import { LockChecks } from './access-check/lock-checks.js';
import { LoginChecks } from './access-check/login-checks.js';
import { ReadOutSentences } from './access-check/read-out/read-out-sentences.js';
import { SecretChecks } from './access-check/secret-checks.js';
import { SmsChecks } from './access-check/sms-checks.js';
import { AccessReportController } from './access-report/access-report.controller.js';
import { AccessReportQueries } from './access-report/access-report.queries.js';
import { AccessController } from './access/access.controller.js';
import { AccessQueries } from './access/access.queries.js';
import { AccessService } from './access/access.service.js';
import { AccessRequestsController } from './access-requests/access-requests.controller.js';
import { CustomerAsks } from './access-requests/customer-asks.service.js';
import { AccessGiven } from './access-requests/access-given.js';
import { HelpRequests } from './access-requests/help-requests.service.js';
import { HelpWorker } from './access-requests/help-worker.js';
import { PortalAccessRequestsController } from './access-requests/portal-access-requests.controller.js';
import { AccessRequestsQueries } from './access-requests/access-requests.queries.js';
import { AccessRequestsService } from './access-requests/access-requests.service.js';
import { ActivationAsks } from './activation/activation-asks.service.js';
import { ActivationCodes } from './activation/activation-codes.service.js';
import { ActivationController } from './activation/activation.controller.js';
import { ActivationLinks } from './activation/activation-links.service.js';
import { ActivationService } from './activation/activation.service.js';
import { FirstSecret } from './activation/first-secret.js';
import { InvitationsService } from './activation/invitations.service.js';
import { ColleagueRequestsController } from './colleague-requests/colleague-requests.controller.js';
import { ColleagueRequests } from './colleague-requests/colleague-requests.service.js';
import { ColleagueHooks } from './colleagues/colleague-hooks.js';
import { ColleagueInvites } from './colleagues/colleague-invites.service.js';
import { ColleagueRights } from './colleagues/colleague-rights.service.js';
import { ColleagueSending } from './colleagues/colleague-sending.js';
import { ColleaguesController } from './colleagues/colleagues.controller.js';
import { ColleaguesQueries } from './colleagues/colleagues.queries.js';
import { ColleaguesService } from './colleagues/colleagues.service.js';
import { KnownDevicesController } from './known-devices/known-devices.controller.js';
import { KnownDevicesService } from './known-devices/known-devices.service.js';
import { ContactDevicesService } from './known-devices/contact-devices.service.js';
import { OwnDevicesService } from './known-devices/own-devices.service.js';
import { OwnDevicesController } from './known-devices/own-devices.controller.js';
import { ByHandController } from './by-hand/by-hand.controller.js';
import { ByHandService, HandLinks } from './by-hand/by-hand.service.js';
import { LetterService } from './by-hand/letter.service.js';
import { ExpiryService } from './expiry.service.js';
import { AccessGiver } from './giving/access-giver.js';
import { GivingController } from './giving/giving.controller.js';
import { GivingService } from './giving/giving.service.js';
import { HelpAnswersController, PortalHelpAnswersController } from './help-answers/help-answers.controller.js';
import { HelpAnswersService } from './help-answers/help-answers.service.js';
import { LostInvitations } from './giving/lost-invitations.js';
import { EmailWay } from './giving/ways/email-way.js';
import { InvitationLink } from './giving/ways/invitation-link.js';
import { PinWay } from './giving/ways/pin-way.js';
import { InvitationSmsKind } from './giving/ways/sms-kind.js';
import { SmsRules, SmsWay } from './giving/ways/sms-way.js';
import { AccessState } from './identities/access-state.js';
import { DeparturesService } from './identities/departures.service.js';
import { IdentitiesService } from './identities/identities.service.js';
import { IdentityHooks } from './identities/identity-hooks.js';
import { LinkingService } from './identities/linking.service.js';
import { JoiningController } from './joining/joining.controller.js';
import { JoiningService } from './joining/joining.service.js';
import { JoiningWay } from './joining/joining-way.js';
import { LoginCheckController } from './identities/login-check.controller.js';
import { LoginCheckQueries } from './identities/login-check.queries.js';
import { LockAlertMail } from './notices/lock-alert-mail.js';
import { LockAlerts } from './notices/lock-alerts.js';
import { LoginIdsController } from './login-ids/login-ids.controller.js';
import { LoginIdsService } from './login-ids/login-ids.service.js';
import { NoticeNumbers } from './notices/notice-numbers.js';
import { NoticesService } from './notices/notices.service.js';
import { ContactPasswordController } from './passwords/contact-password.controller.js';
import { ContactPasswordService } from './passwords/contact-password.service.js';
import { PasswordAftermath } from './passwords/password-aftermath.js';
import { PasswordStore } from './passwords/password-store.js';
import { CodeBudgets } from './codes/code-budgets.js';
import { EmailCodeKind } from './emails/email-code-kind.js';
import { EmailCodeSends } from './emails/email-code-sends.js';
import { EmailSwitch } from './emails/email-switch.js';
import { OwnEmailController } from './emails/own-email.controller.js';
import { OwnEmailService } from './emails/own-email.service.js';
import { OwnPhonesController } from './phones/own-phones.controller.js';
import { OwnPhonesService } from './phones/own-phones.service.js';
import { PhoneCodeKind } from './phones/phone-code-kind.js';
import { PhoneCodeSends } from './phones/phone-code-sends.js';
import { PinStore } from './pins/pin-store.js';
import { EndedPins } from './pins/rotation/ended-pins.js';
import { PinRotations } from './pins/rotation/pin-rotations.js';
import { PinsController } from './pins/pins.controller.js';
import { PinsService } from './pins/pins.service.js';
import { PendingResets } from './resets/pending-resets.js';
import { ResetDecision } from './resets/reset-decision.js';
import { ResetEnds } from './resets/reset-ends.js';
import { ResetKind } from './resets/reset-kind.js';
import { ResetOutgoing } from './resets/reset-outgoing.js';
import { ResetLogController } from './resets/reset-log.controller.js';
import { ResetLogQueries } from './resets/reset-log.queries.js';
import { ResetRequestsService } from './resets/reset-requests.service.js';
import { ResetWorker } from './resets/reset-worker.js';
import { ResetSecrets } from './resets/reset-secrets.js';
import { ResetsController } from './resets/resets.controller.js';
import { ResetsService } from './resets/resets.service.js';
import { CandidatesQueries } from './sign-in/candidates.js';
import { OwnProof } from './portal/own-proof.js';
import { OwnPassword } from './portal/own-password.js';
import { PortalBrowser } from './sign-in/portal-browser.js';
import { PortalProfileService } from './portal/portal-profile.service.js';
import { PortalSessionController } from './portal/portal-session.controller.js';
import { PortalSessionQueries } from './portal/portal-session.queries.js';
import { PortalSessionService } from './portal/portal-session.service.js';
import { SecretProof } from './sign-in/secret-proof.js';
import { SessionOpener } from './sign-in/session-opener.js';
import { SignInRecord } from './sign-in/sign-in-record.js';
import { ViewAsController } from './view-as/view-as.controller.js';
import { ViewAsService } from './view-as/view-as.service.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInEnd, SignInService } from './sign-in/sign-in.service.js';
import { TriesService } from './sign-in/tries.service.js';
import { CredentialMessages } from './sends/credential-messages.js';
import { DraftsService } from './sends/drafts.service.js';
import { RecipientsQueries } from './sends/recipients.queries.js';
import { SecretsToSend } from './sends/secrets-to-send.js';
import { SendFacts, SendOne } from './sends/send-one.js';
import { CorrectionsController } from './sends/corrections/corrections.controller.js';
import { CorrectionsService } from './sends/corrections/corrections.service.js';
import { SendsController } from './sends/sends.controller.js';
import { SendsService } from './sends/sends.service.js';

const identities = [
  AccessState,
  LinkingService,
  IdentitiesService,
  DeparturesService,
  IdentityHooks,
  LoginCheckQueries,
];
const secrets = [
  LoginIdsService,
  NoticeNumbers,
  NoticesService,
  LockAlertMail,
  LockAlerts,
  PinStore,
  PinsService,
  EndedPins,
  PasswordStore,
  PasswordAftermath,
  ContactPasswordService,
  InvitationsService,
];
const sends = [
  RecipientsQueries,
  DraftsService,
  SecretsToSend,
  SendFacts,
  SendOne,
  CorrectionsService,
  SendsService,
  PinRotations,
  CredentialMessages,
  InvitationLink,
  InvitationSmsKind,
  SmsRules,
  SmsWay,
  EmailWay,
  PinWay,
  JoiningWay,
  AccessGiver,
  LostInvitations,
  GivingService,
  HandLinks,
  ByHandService,
  LetterService,
];
const resets = [
  ResetSecrets,
  PendingResets,
  ResetDecision,
  ResetKind,
  ResetOutgoing,
  ResetRequestsService,
  ResetWorker,
  ResetEnds,
  ResetsService,
  ResetLogQueries,
];
const knownDevices = [KnownDevicesService, ContactDevicesService, OwnDevicesService];
const colleagues = [
  ColleagueHooks,
  ColleaguesQueries,
  ColleagueSending,
  ColleagueInvites,
  ColleagueRights,
  ColleaguesService,
];
const phones = [CodeBudgets, PhoneCodeKind, PhoneCodeSends, OwnPhonesService];
const emails = [EmailCodeKind, EmailCodeSends, EmailSwitch, OwnEmailService];
const accessRequests = [
  AccessRequestsService,
  CustomerAsks,
  ColleagueRequests,
  AccessRequestsQueries,
  AccessGiven,
  HelpRequests,
  HelpWorker,
  HelpAnswersService,
];
const accessChecks = [
  LoginChecks,
  SecretChecks,
  SmsChecks,
  LockChecks,
  ReadOutSentences,
  AccessCheckService,
  AccessReportQueries,
];
const portal = [
  PortalBrowser,
  CandidatesQueries,
  TriesService,
  SecretProof,
  SignInRecord,
  SessionOpener,
  SignInEnd,
  SignInService,
  PortalSessionQueries,
  PortalSessionService,
  JoiningService,
  OwnProof,
  OwnPassword,
  PortalProfileService,
  ActivationLinks,
  ActivationCodes,
  ActivationAsks,
  FirstSecret,
  ActivationService,
];

@Module({
  controllers: [
    ViewAsController,
    LoginCheckController,
    AccessController,
    KnownDevicesController,
    OwnDevicesController,
    OwnPhonesController,
    LoginIdsController,
    OwnEmailController,
    ColleaguesController,
    PinsController,
    ContactPasswordController,
    SendsController,
    CorrectionsController,
    GivingController,
    ByHandController,
    ActivationController,
    SignInController,
    ResetsController,
    ResetLogController,
    AccessRequestsController,
    ColleagueRequestsController,
    PortalAccessRequestsController,
    HelpAnswersController,
    PortalHelpAnswersController,
    AccessCheckController,
    AccessReportController,
    PortalSessionController,
    JoiningController,
  ],
  providers: [
    ViewAsService,
    ...identities,
    ...secrets,
    ...sends,
    ...resets,
    ...knownDevices,
    ...phones,
    ...emails,
    ...colleagues,
    ...accessRequests,
    ...accessChecks,
    ...portal,
    AccessQueries,
    AccessService,
    ExpiryService,
  ],
  exports: [AccessGiver, NoticesService, OwnPassword, PinRotations, SmsRules],
})
export class CredentialsModule {}
