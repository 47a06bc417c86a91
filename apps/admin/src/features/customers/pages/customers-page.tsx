import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { CustomerRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { knownSections } from '../../../app/features';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { useListParams } from '../../../lib/use-list-params';
import { usePeopleDialogs } from '../../../shared/people/people-dialogs';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import type { BulkAction, Column } from '../../../ui/data-list/types';
import { EmptyState } from '../../../ui/empty-state';
import { FilterBar } from '../../../ui/filter-bar';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { useCustomerDialogs } from '../customer-dialogs';
import { customerQuery, SPEC, toSort } from '../customer-list-params';
import { useCustomers } from '../customers.api';
import { useCustomerActions } from '../use-customer-actions';

/** Counts of the list stop here. */
const MOST_COUNTED = 100;

const useColumns = (): readonly [Column<CustomerRow>, ...Column<CustomerRow>[]] => {
  const { t } = useTranslation('customers');
  const { number } = useFormat();
  const counted = (count: number): string => (count >= MOST_COUNTED ? `${number(MOST_COUNTED)}+` : number(count));
  return [
    { id: 'name', header: t('column.name'), sortKey: 'name', render: (row) => row.name },
    { id: 'number', header: t('column.number'), sortKey: 'number', render: (row) => row.number },
    { id: 'city', header: t('field.city'), render: (row) => row.city ?? '–', isForWideScreens: true },
    {
      id: 'status',
      header: t('column.status'),
      render: (row) => (
        <StateBadge tone={row.status === 'active' ? 'good' : 'quiet'}>{t(`contacts:status.${row.status}`)}</StateBadge>
      ),
    },
    { id: 'contacts', header: t('column.contacts'), align: 'end', render: (row) => counted(row.contacts) },
    { id: 'openCases', header: t('column.openCases'), align: 'end', render: (row) => counted(row.openCases) },
    {
      id: 'created',
      header: t('column.created'),
      sortKey: 'created',
      render: (row) => <TimeAgo at={row.createdAt} />,
      isForWideScreens: true,
    },
  ];
};

export const CustomersPage = () => {
  const { t } = useTranslation('customers');
  const can = useCan();
  const params = useListParams(SPEC);
  const result = useCustomers(customerQuery(params));
  const columns = useColumns();
  const people = usePeopleDialogs();
  const dialogs = useCustomerDialogs();
  const actions = useCustomerActions({ people: people.open, customer: dialogs.open });
  const status = {
    name: 'status',
    label: t('column.status'),
    isSingle: true,
    options: (['active', 'inactive'] as const).map((value) => ({ value, label: t(`contacts:status.${value}`) })),
  };
  const bulkActions: BulkAction<CustomerRow>[] = [
    {
      id: 'send',
      label: t('sendToAllWithout'),
      icon: <IconSend size={16} aria-hidden />,
      run: (rows) => people.open({ kind: 'send', to: { customerIds: rows.map((row) => row.id) } }),
    },
  ];
  const add = can('customer:write') ? (
    <Button component={Link} to="/customers/new">
      {t('add')}
    </Button>
  ) : null;
  const importFile =
    can('import:run') && knownSections.has('imports') ? (
      <Button variant="default" component={Link} to="/imports">
        {t('importFile')}
      </Button>
    ) : null;

  return (
    <>
      <PageHeader title={t('title')} primary={add} secondary={importFile} />
      <DataList
        id="customers"
        label={t('title')}
        query={listQuery(result)}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/customers/${row.id}/contacts`}
        rowActions={actions}
        bulkActions={can('credential:send') ? bulkActions : undefined}
        sort={params.sort}
        onSort={(sort) => params.setSort(toSort(sort))}
        filters={<FilterBar params={params} placeholder={t('search')} filters={[status]} />}
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={
          <EmptyState
            title={t('empty.title')}
            text={t('empty.text')}
            actions={
              <>
                {add}
                {importFile}
              </>
            }
          />
        }
      />
      {people.element}
      {dialogs.element}
    </>
  );
};
