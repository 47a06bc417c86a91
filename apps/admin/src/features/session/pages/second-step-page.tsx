import { Button, Loader, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate } from 'react-router-dom';
import { SessionContext, sessionQuery, signOut } from '../../../app/session';
import { nextAddress, SIGN_IN } from '../../../app/sign-in-address';
import { toProblem } from '../../../lib/problem';
import { FailedState } from '../../../ui/failed-state';
import { FrontPage } from '../front-page';
import { Enrolment } from '../second-factor/enrolment';

/** Before anything else, where everybody must have a second step. */
export const SecondStepPage = () => {
  const { t } = useTranslation('session');
  const { search } = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const [hasBegun, setBegun] = useState(false);

  const goOn = async (): Promise<void> => {
    await client.refetchQueries({ queryKey: sessionQuery.queryKey });
    await navigate(nextAddress(search), { replace: true });
  };
  const leave = async (): Promise<void> => {
    await signOut();
    client.clear();
    await navigate(SIGN_IN);
  };

  if (session.data && !session.data.mustEnrol && !hasBegun) return <Navigate to={nextAddress(search)} replace />;
  return (
    <FrontPage title={t('secondStep.mustTitle')}>
      {session.data ? (
        <SessionContext value={session.data}>
          {hasBegun ? null : <Text>{t('secondStep.mustText', { company: session.data.company.name })}</Text>}
          <Enrolment onStart={() => setBegun(true)} onDone={() => void goOn()} />
          <Button variant="subtle" size="xs" onClick={() => void leave()}>
            {t('secondStep.signOut')}
          </Button>
        </SessionContext>
      ) : null}
      {session.isPending ? <Loader aria-label={t('common:loading')} /> : null}
      {session.error && toProblem(session.error).status !== 401 ? (
        <FailedState error={session.error} onRetry={() => void session.refetch()} isCompact />
      ) : null}
    </FrontPage>
  );
};
