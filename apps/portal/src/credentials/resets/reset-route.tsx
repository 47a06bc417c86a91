import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { useCompany } from '../../lib/company';
import { forgetLink, linkToken } from '../../lib/link-token';
import { toSubmission } from '../../lib/loadable';
import { paths } from '../../lib/paths';
import { toFailure } from '../../lib/problem';
import { DeadEnd } from '../../ui/dead-end';
import { FailedState } from '../../ui/failed-state';
import { Skeleton } from '../../ui/skeleton';
import { isDeadLink } from '../dead-link';
import { AskPage } from './ask-page';
import { ResetDone, ResetUnusable } from './reset-ends';
import { ResetPage } from './reset-page';
import { useAskReset, useFinishReset, useReset } from './resets.api';

/** With a link, a new password is chosen here; without one, a message is asked for. */
export function ResetRoute() {
  const [token, setToken] = useState(() => linkToken(paths.reset));
  const askAgain = () => {
    forgetLink();
    setToken(null);
  };
  return token === null ? <Ask /> : <Choose token={token} onAskAgain={askAgain} />;
}

/** Looking is free; only saving uses the link up. */
function Choose({ token, onAskAgain }: { token: string; onAskAgain: () => void }) {
  const reset = useReset(token);
  const finish = useFinishReset(token);
  if (finish.isSuccess) return <ResetDone />;
  if ([reset.error, finish.error].some(isDeadLink)) return <ResetUnusable onAskAgain={onAskAgain} />;
  if (reset.data) return <ResetPage reset={reset.data} submission={toSubmission(finish)} onSubmit={finish.mutate} />;
  if (reset.error) return <FailedState failure={toFailure(reset.error)} onRetry={() => void reset.refetch()} />;
  return <Skeleton rows={2} />;
}

const emailIn = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'email' in state && typeof state.email === 'string' ? state.email : '';

function Ask() {
  const t = useT('resets');
  const company = useCompany();
  const { state } = useLocation();
  const ask = useAskReset();
  if (company && !company.passwordReset)
    return <DeadEnd title={t('off.title')} text={t('off.text', { company: company.name })} />;
  return (
    <AskPage
      email={emailIn(state)}
      bySms={company?.resetBySms ?? false}
      askedFor={ask.isSuccess ? ask.variables : undefined}
      submission={toSubmission(ask)}
      onSubmit={ask.mutate}
      onAgain={ask.reset}
    />
  );
}
