import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { useCan } from '../../../app/session';
import { useNow } from '../../../lib/now';
import { useListParams } from '../../../lib/use-list-params';
import { usePeopleDialogs } from '../../../shared/people/people-dialogs';
import { OutboxTabs } from '../../../shared/resets/outbox-tabs';
import { toResetQuery } from '../../../shared/resets/reset-words';
import { RESET_EVENTS, RESET_LISTS, usePasswordResets } from '../../../shared/resets/resets.api';
import { SETTINGS } from '../../../shared/resets/use-reset-fix';
import { WithoutReset } from '../../../shared/resets/without-reset';
import { useProvenDownload } from '../../../shared/secrets/use-proven-download';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import { EmptyState } from '../../../ui/empty-state';
import { FileMenu } from '../../../ui/file-menu';
import { PageHeader } from '../../../ui/page-header';
import { RequestCounts } from '../request-counts';
import { RequestFilters } from '../request-filters';
import { requestsFile } from '../resets.api';
import { useRequestColumns } from '../use-request-columns';
import { useRowFix } from '../use-row-fix';

const SPEC = { filters: ['state', 'contact', 'period'] };

/** Every request for a new password, with what became of it and what mends it (S2.22). */
export const PasswordRequestsPage = () => {
  const { t } = useTranslation('resets');
  const can = useCan();
  const params = useListParams(SPEC);
  const query = toResetQuery(params.filters, useNow());
  const result = usePasswordResets(query);
  const file = useProvenDownload();
  const dialogs = usePeopleDialogs();
  useLiveRefresh(RESET_EVENTS, RESET_LISTS);
  const settings = can('settings:read') ? (
    <Anchor component={Link} to={SETTINGS} inherit>
      {t('settings')}
    </Anchor>
  ) : null;
  return (
    <>
      <PageHeader
        title={t('title')}
        secondary={can('export:run') ? <FileMenu href={requestsFile(query)} save={file.save} /> : null}
      />
      <OutboxTabs />
      <Text c="dimmed" mb="md" maw={720}>
        {t('intro')} {settings}
      </Text>
      <WithoutReset />
      <DataList
        id="password-requests"
        label={t('title')}
        query={listQuery(result)}
        columns={useRequestColumns(useRowFix(dialogs))}
        rowId={(row) => row.id}
        rowName={(row) => row.contactName ?? t('nobody')}
        rowHref={(row) => (row.contactId ? `/contacts/${row.contactId}` : undefined)}
        filters={
          <>
            <RequestCounts params={params} query={query} />
            <RequestFilters params={params} />
          </>
        }
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} actions={settings} />}
      />
      {dialogs.element}
      {file.dialog}
    </>
  );
};
