import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { useCan } from '../../../app/session';
import { useNow } from '../../../lib/now';
import { useListParams } from '../../../lib/use-list-params';
import { REPORT_EVENTS, useAccessCounts } from '../../../shared/access/access-counts';
import { useProvenDownload } from '../../../shared/secrets/use-proven-download';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import { EmptyState } from '../../../ui/empty-state';
import { FileMenu } from '../../../ui/file-menu';
import { PageHeader } from '../../../ui/page-header';
import { GiveToThese } from '../give-to-these';
import { ReportFilters, StateBar } from '../report-filters';
import { contactsOf, shownCount, SPEC, toReportQuery } from '../report-query';
import { accessFile, REPORT_LISTS, useAccessReport, type ReportQuery } from '../reports.api';
import { useReportColumns } from '../use-report-columns';

/** Who gets in and how, who does not and why: everybody's access check in one list (S4.10, S2.23). */
export const AccessReportPage = () => {
  const { t } = useTranslation('reports');
  const can = useCan();
  const params = useListParams(SPEC);
  const query = toReportQuery(params, useNow());
  const result = useAccessReport(query);
  const counts = useAccessCounts(query.customerId).data;
  const file = useProvenDownload();
  useLiveRefresh(REPORT_EVENTS, REPORT_LISTS);
  const exportMenu = <FileMenu href={accessFile(query)} save={file.save} />;
  return (
    <>
      <PageHeader title={t('title')} secondary={can('export:run') ? exportMenu : null} />
      <Text c="dimmed" mb="md" maw={720}>
        {t('intro')}
      </Text>
      {counts?.resetsEnabled === false ? <Text mb="xs">{t('resetsOff')}</Text> : null}
      <StateBar params={params} counts={counts} />
      <DataList
        id="access-report"
        label={t('title')}
        query={listQuery(result)}
        columns={useReportColumns(query.customerId === undefined)}
        rowId={(row) => row.contactId}
        rowName={(row) => row.name ?? t('contacts:nameless')}
        rowHref={(row) => `/contacts/${row.contactId}/check`}
        filters={
          <>
            <ReportFilters params={params} counts={counts} />
            <Group gap="4px 12px" mt="xs" w="100%">
              <GiveToThese
                query={query}
                count={shownCount(result.isPlaceholderData ? undefined : result.data, query, counts)}
              />
              <ToContacts query={query} />
            </Group>
          </>
        }
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      />
      {file.dialog}
    </>
  );
};

/** What else can be done for several at once is done in the list of contacts. */
const ToContacts = ({ query }: { query: ReportQuery }) => {
  const { t } = useTranslation('reports');
  const can = useCan();
  const to = contactsOf(query);
  if (!to || !can('credential:send')) return null;
  return (
    <Anchor component={Link} to={to} size="sm">
      {t('toContacts')}
    </Anchor>
  );
};
