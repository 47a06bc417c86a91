import { Button, Skeleton, Stack, Text } from '@mantine/core';
import type { AccessRequest } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { usePeopleAct } from '../../../shared/people/people.api';
import { ChoiceBar } from '../../../ui/choice-bar';
import { listQuery } from '../../../ui/data-list/list-query';
import { EmptyState } from '../../../ui/empty-state';
import { FailedState } from '../../../ui/failed-state';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { finishRequest, REQUEST_EVENTS, REQUEST_LISTS, useAccessRequests } from '../access.api';
import { AskCustomerDialog } from '../ask-customer-dialog';
import { HelpAnswers } from '../help-answers';
import { RequestCard } from '../request-card';

/** People who could not get in and asked for help, as cards (S4.5). */
export const RequestsPage = () => {
  const { t } = useTranslation('access');
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'done' ? 'done' : 'open';
  const query = listQuery(useAccessRequests({ state }));
  useLiveRefresh(REQUEST_EVENTS, REQUEST_LISTS);
  return (
    <>
      <PageHeader title={t('requests.title')} />
      <Text c="dimmed" mb="md" maw={720}>
        {t('requests.intro')}
      </Text>
      <ChoiceBar
        label={t('requests.filter')}
        value={state}
        options={[
          { value: 'open', label: t('requests.open') },
          { value: 'done', label: t('requests.done') },
        ]}
        onChange={(value) => setSearch(value === 'done' ? { state: 'done' } : {}, { replace: true })}
      />
      <Requests query={query} />
      <HelpAnswers />
    </>
  );
};

const Requests = ({ query }: { query: ReturnType<typeof listQuery<AccessRequest>> }) => {
  const { t } = useTranslation('access');
  const act = usePeopleAct();
  const toast = useToasts();
  const [asking, setAsking] = useState<AccessRequest | null>(null);
  const finish = ({ id }: AccessRequest): void =>
    void act(() => finishRequest(id)).then(() => toast.done(t('requests.finished')), toast.failed);
  if (query.isPending) return <Skeleton height={160} mt="md" aria-busy />;
  if (query.error && query.rows.length === 0) return <FailedState error={query.error} onRetry={query.retry} />;
  if (query.rows.length === 0) return <EmptyState title={t('requests.empty')} text={t('requests.emptyText')} />;
  return (
    <Stack mt="md" maw={720}>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('requests.title')}>
        {query.rows.map((request) => (
          <RequestCard key={request.id} request={request} onFinish={finish} onAsk={setAsking} />
        ))}
      </Stack>
      {query.hasMore ? (
        <Button variant="default" size="xs" loading={query.isLoadingMore} onClick={query.loadMore}>
          {t('list:loadMore')}
        </Button>
      ) : null}
      {asking ? <AskCustomerDialog request={asking} onClose={() => setAsking(null)} /> : null}
    </Stack>
  );
};
