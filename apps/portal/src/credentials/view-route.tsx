import { openPortalView } from '@latchkey/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { forgetLink, linkToken } from '../lib/link-token';
import { paths } from '../lib/paths';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { enter } from './session.api';

/** Where staff arrive who look at the portal as a contact sees it: the address is used up, and the start page follows. */
export function ViewRoute() {
  const t = useT('inside');
  const client = useQueryClient();
  const navigate = useNavigate();
  // A query, because it is asked once however often the page is drawn.
  const view = useQuery({
    queryKey: ['view'],
    queryFn: async () => {
      const token = linkToken(paths.view) ?? '';
      forgetLink();
      await openPortalView({ body: { token } });
      await enter(client);
      return true;
    },
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  useEffect(() => {
    if (view.isSuccess) void navigate(paths.home, { replace: true });
  }, [view.isSuccess, navigate]);
  if (!view.isError) return <Skeleton />;
  return (
    <Notice tone="warn" title={t('view.deadTitle')}>
      <p>{t('view.dead')}</p>
    </Notice>
  );
}
