import { getPrivacyNotice } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../i18n/use-t';
import { toLoadable } from '../lib/loadable';
import { queryKeys } from '../lib/query-keys';
import { Card, PageTitle } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { FailedState } from '../ui/failed-state';
import { Markdown } from '../ui/markdown';
import { Skeleton } from '../ui/skeleton';

const useNotice = () =>
  useQuery({ queryKey: queryKeys.privacyNotice, queryFn: async () => (await getPrivacyNotice()).data.text });

/** What the company says about personal data; open to everybody (D24). */
export function PrivacyRoute() {
  const t = useT('app');
  const notice = toLoadable(useNotice());
  return (
    <>
      <PageTitle title={t('privacy')} />
      {notice.status === 'loading' && <Skeleton />}
      {notice.status === 'failed' && <FailedState failure={notice.failure} onRetry={notice.onRetry} />}
      {notice.status === 'ready' && (
        <Card>
          {notice.data && <Markdown source={notice.data} />}
          <CompanyContacts />
        </Card>
      )}
    </>
  );
}
