import { FirstTables1795000000000 } from './1795000000000-first-tables.js';
import { FindNotifications1795000200000 } from './1795000200000-find-notifications.js';
import { CaseFollowers1795000400000 } from './1795000400000-case-followers.js';
import { Deployments1796000000000 } from './1796000000000-deployments.js';
import { CountAccess1796000200000 } from './1796000200000-count-access.js';
import { MergedMessages1796000400000 } from './1796000400000-merged-messages.js';
import { PasswordResets1797000000000 } from './1797000000000-password-resets.js';
import { BouncedMessages1798000000000 } from './1798000000000-bounced-messages.js';
import { Sms1798000100000 } from './1798000100000-sms.js';
import { Invitations1798000200000 } from './1798000200000-invitations.js';
import { AccessRequests1798000300000 } from './1798000300000-access-requests.js';
import { AddressTroubles1798000400000 } from './1798000400000-address-troubles.js';
import { BounceIntake1798000405000 } from './1798000405000-bounce-intake.js';
import { MailProfiles1798000410000 } from './1798000410000-mail-profiles.js';
import { StaffSecondFactor1798000500000 } from './1798000500000-staff-second-factor.js';
import { AuditChain1798000600000 } from './1798000600000-audit-chain.js';
import { AccessRuns1799000100000 } from './1799000100000-access-runs.js';
import { InvitationWays1799000200000 } from './1799000200000-invitation-ways.js';
import { WaysIn1799000300000 } from './1799000300000-ways-in.js';
import { ResetMode1799000310000 } from './1799000310000-reset-mode.js';
import { KnownBrowsers1799000400000 } from './1799000400000-known-browsers.js';
import { Retention1799000400100 } from './1799000400100-retention.js';
import { AskedLogins1799001100000 } from './1799001100000-asked-logins.js';
import { PinRotations1799001200000 } from './1799001200000-pin-rotations.js';
import { VerifiedPhones1799001300000 } from './1799001300000-verified-phones.js';
import { SmsStops1799001300100 } from './1799001300100-sms-stops.js';
import { StoppedResets1799001300200 } from './1799001300200-stopped-resets.js';
import { HelpAnswers1799001400000 } from './1799001400000-help-answers.js';
import { CheckedBy1799001400100 } from './1799001400100-checked-by.js';
import { Colleagues1799002100000 } from './1799002100000-colleagues.js';
import { RunsOfTheReport1799002200000 } from './1799002200000-runs-of-the-report.js';
import { WhenAccepted1799002400000 } from './1799002400000-when-accepted.js';
import { ToldOfBreaks1799002400100 } from './1799002400100-told-of-breaks.js';
import { PinsByAge1799002500000 } from './1799002500000-pins-by-age.js';
import { EmailChanges1799002600000 } from './1799002600000-email-changes.js';
import { RightsTakenByColleagues1799003100000 } from './1799003100000-rights-taken-by-colleagues.js';
import { AskedCustomers1799003100100 } from './1799003100100-asked-customers.js';
import { NetworkTries1799003200000 } from './1799003200000-network-tries.js';
import { OldPortalPins1799003200100 } from './1799003200100-old-portal-pins.js';
import { PortalAddresses1799003400000 } from './1799003400000-portal-addresses.js';
import { RequestsCloseThemselves1799003500000 } from './1799003500000-requests-close-themselves.js';
import { ResetsByLogin1799003600000 } from './1799003600000-resets-by-login.js';

/** In order. Named here instead of found by a pattern. */
export const migrations = [
  FirstTables1795000000000,
  FindNotifications1795000200000,
  CaseFollowers1795000400000,
  Deployments1796000000000,
  CountAccess1796000200000,
  MergedMessages1796000400000,
  PasswordResets1797000000000,
  BouncedMessages1798000000000,
  Sms1798000100000,
  Invitations1798000200000,
  AccessRequests1798000300000,
  AddressTroubles1798000400000,
  BounceIntake1798000405000,
  MailProfiles1798000410000,
  StaffSecondFactor1798000500000,
  AuditChain1798000600000,
  AccessRuns1799000100000,
  InvitationWays1799000200000,
  WaysIn1799000300000,
  ResetMode1799000310000,
  KnownBrowsers1799000400000,
  Retention1799000400100,
  AskedLogins1799001100000,
  PinRotations1799001200000,
  VerifiedPhones1799001300000,
  SmsStops1799001300100,
  StoppedResets1799001300200,
  HelpAnswers1799001400000,
  CheckedBy1799001400100,
  Colleagues1799002100000,
  RunsOfTheReport1799002200000,
  WhenAccepted1799002400000,
  ToldOfBreaks1799002400100,
  PinsByAge1799002500000,
  EmailChanges1799002600000,
  RightsTakenByColleagues1799003100000,
  AskedCustomers1799003100100,
  NetworkTries1799003200000,
  OldPortalPins1799003200100,
  PortalAddresses1799003400000,
  RequestsCloseThemselves1799003500000,
  ResetsByLogin1799003600000,
];
