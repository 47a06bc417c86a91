import { useT } from '../../i18n/use-t';
import { useCompany } from '../../lib/company';
import { toSubmission } from '../../lib/loadable';
import { Button } from '../../ui/button';
import { FailedState } from '../../ui/failed-state';
import { Notice } from '../../ui/notice';
import { useAskForHelp } from '../help.api';

/** For who was perhaps never invited: the address reaches staff. Answered the same for every address (S4.5, INV-4). */
export function AskForAccess({ email }: { email: string }) {
  const t = useT('resets');
  const company = useCompany()?.name ?? '';
  const ask = useAskForHelp();
  const submission = toSubmission(ask);
  if (submission.status === 'done')
    return (
      <Notice tone="good" title={t('access.sentTitle')}>
        <p className="wrap-anywhere">{t('access.sent', { company, email })}</p>
      </Notice>
    );
  return (
    <>
      {submission.status === 'failed' && <FailedState title={t('ask.failedTitle')} failure={submission.failure} />}
      <Button isBusy={ask.isPending} onClick={() => ask.mutate({ login: email, kind: 'ask_access' })}>
        {t(ask.isPending ? 'ask.busy' : 'access.ask')}
      </Button>
    </>
  );
}
