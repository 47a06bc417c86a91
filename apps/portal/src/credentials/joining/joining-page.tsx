import { useT } from '../../i18n/use-t';
import type { Failure } from '../../lib/failure';
import type { Loadable } from '../../lib/loadable';
import { paths } from '../../lib/paths';
import { Button } from '../../ui/button';
import { ButtonLink } from '../../ui/button-link';
import { Card, PageTitle } from '../../ui/card';
import { FailedState } from '../../ui/failed-state';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { Answered } from './answered';
import type { Answer } from './joining.api';

export interface JoiningPageProps {
  asked: Loadable<readonly { contactId: string; name: string; state: 'waiting' | 'declined' }[]>;
  /** The one that was just refused. */
  declined?: string | undefined;
  busyId?: string | undefined;
  failure?: Failure | undefined;
  onAnswer: (answer: Answer) => void;
}

/** A further company asks whether it is theirs: nothing opens before they accept (D8). */
export function JoiningPage({ asked, declined, busyId, failure, onAnswer }: JoiningPageProps) {
  const t = useT('joining');
  const all = asked.status === 'ready' ? asked.data : [];
  const companies = all.filter(({ state }) => state === 'waiting');
  const refused = all.filter(({ state }) => state === 'declined').map(({ name }) => name);
  const isNothingLeft = asked.status === 'ready' && companies.length === 0;
  return (
    <>
      <PageTitle title={t(isNothingLeft ? 'none' : 'title')}>{companies.length > 0 ? t('lead') : undefined}</PageTitle>
      {failure && <FailedState failure={failure} />}
      {declined && <Notice tone="good">{t('declined', { name: declined })}</Notice>}
      {asked.status === 'loading' && <Skeleton />}
      {asked.status === 'failed' && <FailedState failure={asked.failure} onRetry={asked.onRetry} />}
      {isNothingLeft &&
        (declined ? <ButtonLink to={paths.home}>{t('home')}</ButtonLink> : <Answered declined={refused} />)}
      <ul className="flex flex-col gap-3">
        {companies.map((company) => (
          <li key={company.contactId}>
            <AskedCompany company={company} isBusy={company.contactId === busyId} onAnswer={onAnswer} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface AskedCompanyProps {
  company: { contactId: string; name: string };
  isBusy: boolean;
  onAnswer: (answer: Answer) => void;
}

function AskedCompany({ company, isBusy, onAnswer }: AskedCompanyProps) {
  const t = useT('joining');
  return (
    <Card title={t('wants', { name: company.name })}>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isBusy={isBusy} onClick={() => onAnswer({ ...company, accepts: true })}>
          {t('accept')}
        </Button>
        <Button isBusy={isBusy} onClick={() => onAnswer({ ...company, accepts: false })}>
          {t('notMe')}
        </Button>
      </div>
    </Card>
  );
}
