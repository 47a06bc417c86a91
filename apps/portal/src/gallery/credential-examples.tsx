import type { ComponentProps } from 'react';
import { ErrorPage } from '../app/error-page';
import { NotFoundPage } from '../app/not-found-page';
import { ActivationPage } from '../credentials/activation-page';
import { ChooseCompanyPage } from '../credentials/choose-company-page';
import { CodePage } from '../credentials/code-page';
import { HelpPage } from '../credentials/help-page';
import type { InvitationView } from '../credentials/invitation-view';
import { type LinkEnd, LinkEnded } from '../credentials/link-ends';
import { MustChangePasswordPage } from '../credentials/must-change-password-page';
import { OwnPin } from '../credentials/own-pin';
import type { SignInState } from '../credentials/sign-in';
import { SignInPage } from '../credentials/sign-in-page';
import { NotAllowed } from '../ui/not-allowed';
import { FAILURE, minutesFromNow } from './data';
import { nothing, type Example } from './example';

const signIn = (id: string, state: SignInState): Example => ({
  id: `sign-in${id}`,
  Show: () => <SignInPage state={state} hasEnded={id === '-ended'} onSubmit={nothing} onReset={nothing} />,
});

const INVITATION: InvitationView = {
  companyName: 'Arbor Lift Service',
  customerName: 'Nordic AB',
  inviterName: 'Ana Ruiz',
  personName: 'Eva Lind',
  loginIds: ['+46 70 123 45 67', 'eva@nordic.example'],
  expiresAt: minutesFromNow(60 * 24 * 6),
  hasPin: true,
  mayHavePin: false,
  hasPassword: false,
  withoutPassword: false,
  minPasswordLength: 10,
};

const activation = (id: string, state: ComponentProps<typeof ActivationPage>['state']): Example => ({
  id: `activation-${id}`,
  Show: () => <ActivationPage state={state} onContinue={nothing} onSubmit={nothing} />,
});

const ENDS: readonly LinkEnd[] = [
  { why: 'used' },
  { why: 'replaced', sentAt: minutesFromNow(-90) },
  { why: 'revoked' },
  { why: 'expired' },
];

const COMPANIES = [
  { id: '1', name: 'Nordic AB', openCases: 3, isLastUsed: true },
  { id: '2', name: 'Svea Bygg', openCases: 1, isLastUsed: false },
  { id: '3', name: 'Bostadsrättsföreningen Solgläntan i Västra Frölunda', openCases: 0, isLastUsed: false },
];

export const credentialExamples: readonly Example[] = [
  signIn('', { status: 'idle' }),
  signIn('-ended', { status: 'idle' }),
  signIn('-busy', { status: 'busy' }),
  signIn('-proving', { status: 'busy', isProving: true }),
  signIn('-refused', { status: 'refused' }),
  signIn('-waiting', { status: 'waiting', until: minutesFromNow(14.4) }),
  signIn('-failed', { status: 'failed', failure: FAILURE }),
  activation('welcome', { status: 'welcome', invitation: INVITATION, submission: { status: 'idle' } }),
  activation('secret', { status: 'secret', invitation: INVITATION, submission: { status: 'idle' } }),
  activation('password', {
    status: 'secret',
    invitation: { ...INVITATION, hasPin: false },
    submission: { status: 'idle' },
  }),
  activation('new-pin', {
    status: 'secret',
    invitation: { ...INVITATION, hasPin: false, mayHavePin: true, loginIds: ['+46 70 123 45 67'] },
    submission: { status: 'idle' },
  }),
  { id: 'activation-own-pin', Show: () => <OwnPin pin="482913" phone="+46 70 123 45 67" onNoted={nothing} /> },
  activation('unusable', { status: 'unusable', onCode: nothing }),
  ...ENDS.map((end) => ({
    id: `activation-${end.why}`,
    Show: () => <LinkEnded end={end} asking={{ status: 'idle' }} onAsk={nothing} onCode={nothing} />,
  })),
  {
    id: 'activation-asked',
    Show: () => <LinkEnded end={{ why: 'expired' }} asking={{ status: 'done' }} onAsk={nothing} onCode={nothing} />,
  },
  { id: 'activation-code', Show: () => <CodePage submission={{ status: 'idle' }} onSubmit={nothing} /> },
  activation('without-password', {
    status: 'secret',
    invitation: { ...INVITATION, withoutPassword: true },
    submission: { status: 'idle' },
  }),
  {
    id: 'must-change-password',
    Show: () => (
      <MustChangePasswordPage
        rules={{ minLength: 10, ownData: ['Eva Lind'] }}
        submission={{ status: 'idle' }}
        onSubmit={nothing}
      />
    ),
  },
  {
    id: 'choose-company',
    Show: () => <ChooseCompanyPage companies={{ status: 'ready', data: COMPANIES }} onChoose={nothing} />,
  },
  {
    id: 'choose-company-none',
    Show: () => <ChooseCompanyPage companies={{ status: 'ready', data: [] }} onChoose={nothing} />,
  },
  { id: 'not-found', Show: NotFoundPage },
  { id: 'not-allowed', Show: NotAllowed },
  { id: 'help', Show: HelpPage },
  { id: 'error', Show: () => <ErrorPage requestId={FAILURE.requestId} onRetry={nothing} /> },
];
