import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router-dom';
import { chooseLanguage } from '../i18n/i18n';
import { toProblem } from '../lib/problem';
import { setAccent } from '../theme/accent-store';
import { FailedState } from '../ui/failed-state';
import { SessionContext, sessionQuery } from './session';
import { secondStepAddress } from './sign-in-address';

/** Lets nobody past without a session. A 401 leads to the sign-in page (see app.tsx), every other failure is shown. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const { data, error, refetch } = useQuery(sessionQuery);
  const accent = data?.company.accent;
  useEffect(() => {
    if (accent !== undefined) setAccent(accent);
  }, [accent]);
  const language = data?.staffMember.language;
  useEffect(() => {
    if (language) void chooseLanguage(language);
  }, [language]);

  if (data?.mustEnrol) return <Navigate to={secondStepAddress(`${pathname}${search}`)} replace />;
  if (data) return <SessionContext value={data}>{children}</SessionContext>;
  if (error && toProblem(error).status !== 401) return <FailedState error={error} onRetry={() => void refetch()} />;
  return (
    <Center mih="60vh">
      <Loader aria-label={t('loading')} />
    </Center>
  );
};
