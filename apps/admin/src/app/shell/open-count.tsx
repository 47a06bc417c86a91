import { VisuallyHidden } from '@mantine/core';
import { listAccessRequestsOptions } from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLiveRefresh } from '../live';
import classes from './shell.module.css';

const MOST = 9;
const EVENTS = ['access_request.changed'];
const SHOWN = ['listAccessRequests'];

/** People who ask for a way in and wait for somebody. */
export const OpenCount = () => {
  const { t } = useTranslation();
  const { data } = useQuery(listAccessRequestsOptions({ query: { limit: MOST + 1 } }));
  useLiveRefresh(EVENTS, SHOWN);
  const count = data?.items.length ?? 0;
  if (count === 0) return null;
  const shown = count > MOST ? `${MOST}+` : String(count);
  return (
    <span className={classes.openCount}>
      <span aria-hidden>{shown}</span>
      <VisuallyHidden>{t('navOpen', { count: shown })}</VisuallyHidden>
    </span>
  );
};
