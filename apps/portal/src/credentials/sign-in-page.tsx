import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import { formatTime } from '../lib/format';
import { Card, PageTitle } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { Countdown } from '../ui/countdown';
import { FailedState } from '../ui/failed-state';
import { Notice } from '../ui/notice';
import { CannotGetIn } from './cannot-get-in';
import type { SignIn, SignInState } from './sign-in';
import { SignInForm } from './sign-in-form';

const Proving = lazy(async () => ({ default: (await import('./proving')).Proving }));

export interface SignInPageProps {
  state: SignInState;
  /** The session ended without the person's doing; nothing more is said about why (C11). */
  hasEnded?: boolean;
  onSubmit: (signIn: SignIn) => void;
  /** The wait is over, or another login id is typed: back to idle. */
  onReset: () => void;
  refusedAt?: number | undefined;
}

export function SignInPage({ state, hasEnded = false, refusedAt, onSubmit, onReset }: SignInPageProps) {
  const t = useT('credentials');
  const [loginId, setLoginId] = useState('');
  return (
    <>
      <PageTitle title={t('signIn.title')}>{t('signIn.lead')}</PageTitle>
      {hasEnded && state.status === 'idle' && (
        <Notice tone="warn" title={t('signIn.endedTitle')}>
          <p>{t('signIn.ended')}</p>
        </Notice>
      )}
      <Card>
        <Outcome state={state} onWaitOver={onReset} />
        <SignInForm
          loginId={loginId}
          onLoginId={setLoginId}
          isBusy={state.status === 'busy'}
          isWaiting={state.status === 'waiting'}
          refusedAt={refusedAt}
          onSubmit={onSubmit}
          onOther={onReset}
        />
      </Card>
      <CannotGetIn typed={loginId} />
    </>
  );
}

function Outcome({ state, onWaitOver }: { state: SignInState; onWaitOver: () => void }) {
  const t = useT('credentials');
  if (state.status === 'waiting') return <Wait until={state.until} onEnd={onWaitOver} />;
  if (state.status === 'failed') return <FailedState title={t('signIn.failedTitle')} failure={state.failure} />;
  if (state.status === 'busy' && state.isProving)
    return (
      <Suspense fallback={null}>
        <Proving />
      </Suspense>
    );
  if (state.status !== 'refused') return null;
  return (
    <Notice tone="bad" title={t('signIn.refusedTitle')}>
      <p>{t('signIn.refused')}</p>
    </Notice>
  );
}

function Wait({ until, onEnd }: { until: string; onEnd: () => void }) {
  const t = useT('credentials');
  const language = useLanguage();
  const company = useCompany();
  return (
    <Notice tone="warn" title={t('signIn.waitTitle')}>
      <Countdown until={until} onEnd={onEnd} />
      <p>{t('signIn.wait', { time: formatTime(new Date(until), language) })}</p>
      {company && <p>{t('signIn.waitHelp', { company: company.name })}</p>}
      <CompanyContacts />
    </Notice>
  );
}
