import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { Failure } from '../../lib/failure';
import { toFailure } from '../../lib/problem';
import { Button } from '../../ui/button';
import { Card, PageTitle } from '../../ui/card';
import { CompanyContacts } from '../../ui/company-contacts';
import { FailedState } from '../../ui/failed-state';
import { Notice } from '../../ui/notice';
import { neverAgain } from './follow.api';

type State = 'asking' | 'busy' | 'done' | Failure;

/** "Not you? Never again": opening the page changes nothing, the button ends all automatic messages to this address (INV-9, D10). */
export function StopRoute({ token }: { token: string | null }) {
  const t = useT('visit');
  const [state, setState] = useState<State>('asking');
  const isGone = !token || (typeof state === 'object' && state.code === 'link.invalid');
  if (isGone)
    return (
      <>
        <PageTitle title={t('gone.title')}>{t('stop.gone')}</PageTitle>
        <Card>
          <CompanyContacts />
        </Card>
      </>
    );
  if (state === 'done') return <Notice tone="good" icon="mail" title={t('stop.done')} />;
  const stop = () => {
    setState('busy');
    neverAgain(token).then(
      () => setState('done'),
      (error: unknown) => setState(toFailure(error)),
    );
  };
  return (
    <>
      <PageTitle title={t('stop.title')}>{t('stop.text')}</PageTitle>
      {typeof state === 'object' && <FailedState failure={state} />}
      <Button look="primary" wide className="min-h-14" isBusy={state === 'busy'} onClick={stop}>
        {t('stop.yes')}
      </Button>
    </>
  );
}
