import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { Failure } from '../../lib/failure';
import { toFailure } from '../../lib/problem';
import { Button } from '../../ui/button';
import { Card, PageTitle } from '../../ui/card';
import { CompanyContacts } from '../../ui/company-contacts';
import { FailedState } from '../../ui/failed-state';
import { Notice } from '../../ui/notice';
import type { FollowLink } from '../address';
import { confirmAddress } from './follow.api';

type State = 'asking' | 'busy' | 'done' | Failure;

/** Opening the page changes nothing: mail scanners open links too. The button says yes (INV-9, D10). */
export function ConfirmRoute({ link }: { link: FollowLink | null }) {
  const t = useT('visit');
  const [state, setState] = useState<State>('asking');
  const isGone = !link || (typeof state === 'object' && state.code === 'link.invalid');
  if (isGone)
    return (
      <>
        <PageTitle title={t('gone.title')}>{t('gone.text')}</PageTitle>
        <Card>
          <CompanyContacts />
        </Card>
      </>
    );
  if (state === 'done') return <Notice tone="good" icon="mail" title={t('confirm.done')} />;
  const confirm = () => {
    setState('busy');
    confirmAddress(link).then(
      () => setState('done'),
      (error: unknown) => setState(toFailure(error)),
    );
  };
  return (
    <>
      <PageTitle title={t('confirm.title')}>{t('confirm.text')}</PageTitle>
      {typeof state === 'object' && <FailedState failure={state} />}
      <Button look="primary" wide className="min-h-14" isBusy={state === 'busy'} onClick={confirm}>
        {t('confirm.yes')}
      </Button>
    </>
  );
}
