import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { useCan } from '../../../app/session';
import { useListParams } from '../../../lib/use-list-params';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';
import { useBulkCases } from '../bulk/use-bulk-cases';
import { CaseFilters } from '../case-filters';
import { toCaseQuery } from '../case-words';
import { CASE_EVENTS, CASE_LISTS, useCases } from '../cases.api';
import { useCaseColumns } from '../use-case-columns';

const SPEC = {
  filters: ['status', 'priority', 'assignee', 'unread', 'source', 'customer', 'contact', 'device', 'deployment'],
};

export const CasesPage = () => {
  const { t } = useTranslation('cases');
  const can = useCan();
  const params = useListParams(SPEC);
  const result = useCases(toCaseQuery(params.filters, params.search));
  const bulk = useBulkCases();
  useLiveRefresh(CASE_EVENTS, CASE_LISTS);
  const add = can('case:write') ? (
    <Button component={Link} to="/cases/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('add')}
    </Button>
  ) : null;

  return (
    <>
      <PageHeader title={t('title')} primary={add} />
      <DataList
        id="cases"
        label={t('title')}
        query={listQuery(result)}
        columns={useCaseColumns()}
        rowId={(row) => row.id}
        rowName={(row) => `#${row.number} ${row.subject}`}
        rowHref={(row) => `/cases/${row.id}`}
        bulkActions={bulk.actions}
        filters={<CaseFilters params={params} />}
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} actions={add} />}
      />
      {bulk.dialog}
    </>
  );
};
