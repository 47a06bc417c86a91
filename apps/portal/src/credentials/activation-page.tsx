import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import type { Submission } from '../lib/loadable';
import { paths } from '../lib/paths';
import { Button } from '../ui/button';
import { ButtonLink } from '../ui/button-link';
import { Card, PageTitle } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { ActivationWelcome } from './activation-welcome';
import type { InvitationView } from './invitation-view';
import { FirstSecretForm, type FirstSecret } from './first-secret-form';

/** Looking at the link changes nothing (INV-9); `secret` follows when Continue was pressed. */
export type ActivationState =
  | { status: 'loading' }
  | { status: 'unusable'; onCode: () => void }
  | { status: 'failed'; failure: Failure; onRetry: () => void }
  | { status: 'welcome' | 'secret'; invitation: InvitationView; submission: Submission };

export interface ActivationPageProps {
  state: ActivationState;
  onContinue: () => void;
  onSubmit: (secret: FirstSecret) => void;
}

export function ActivationPage({ state, onContinue, onSubmit }: ActivationPageProps) {
  const t = useT('first-steps');
  if (state.status === 'loading') return <Skeleton rows={2} />;
  if (state.status === 'unusable') return <UnusableLink onCode={state.onCode} />;
  if (state.status === 'failed') return <FailedState failure={state.failure} onRetry={state.onRetry} />;
  const { invitation, submission } = state;
  return (
    <>
      {submission.status === 'failed' && (
        <FailedState title={t('activation.failedTitle')} failure={submission.failure} />
      )}
      {state.status === 'welcome' ? (
        <ActivationWelcome invitation={invitation} isBusy={submission.status === 'busy'} onContinue={onContinue} />
      ) : (
        <FirstSecretForm invitation={invitation} isBusy={submission.status === 'busy'} onSubmit={onSubmit} />
      )}
    </>
  );
}

function UnusableLink({ onCode }: { onCode: () => void }) {
  const t = useT('first-steps');
  const app = useT('app');
  return (
    <>
      <PageTitle title={t('activation.unusableTitle')}>{t('activation.unusable')}</PageTitle>
      <ButtonLink to={paths.signIn} look="primary">
        {t('activation.toSignIn')}
      </ButtonLink>
      <Button onClick={onCode}>{t('end.code')}</Button>
      <Card title={app('help.title')}>
        <CompanyContacts />
      </Card>
    </>
  );
}
