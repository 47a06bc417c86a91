import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRefresh } from '../../app/live';
import { useListParams } from '../../lib/use-list-params';
import { DataList } from '../../ui/data-list/data-list';
import { listQuery } from '../../ui/data-list/list-query';
import { FilterBar } from '../../ui/filter-bar';
import { DEPLOYMENTS, deploymentQuery, PORTAL_STATES, STATUSES, toSort } from './deployment-list-params';
import { useDeployments } from './deployments.api';
import { useCustomerFilter } from './use-customer-filter';
import { useDeploymentActions } from './use-deployment-actions';
import { useDeploymentColumns } from './use-deployment-columns';
import { useDeploymentDialogs } from './deployment-dialogs';

interface DeploymentListProps {
  /** Only those of one customer. */
  customerId?: string;
  empty: ReactNode;
}

const EVENTS = ['deployment.changed'];
const OPERATIONS = ['listDeployments'];

/** Search and filters stand in the address. */
export const DeploymentList = ({ customerId, empty }: DeploymentListProps) => {
  const { t } = useTranslation('deployments');
  const params = useListParams(DEPLOYMENTS);
  const result = useDeployments({ ...deploymentQuery(params), ...(customerId ? { customerId } : {}) });
  const columns = useDeploymentColumns(customerId === undefined);
  const dialogs = useDeploymentDialogs();
  const actions = useDeploymentActions(dialogs.open);
  const customer = useCustomerFilter(params.filters['customerId']?.[0], listQuery(result).rows);
  useLiveRefresh(EVENTS, OPERATIONS);
  const filters = [
    {
      name: 'portal',
      label: t('tab.portal'),
      isSingle: true,
      options: PORTAL_STATES.map((value) => ({ value, label: t(`portal.${value}`) })),
    },
    {
      name: 'status',
      label: t('field.status'),
      isSingle: true,
      options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    ...(customerId ? [] : [customer]),
  ];
  return (
    <>
      <DataList
        id={customerId ? 'deployments-of' : 'deployments'}
        label={t('title')}
        query={listQuery(result)}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/deployments/${row.id}`}
        rowActions={actions}
        sort={params.sort}
        onSort={(sort) => params.setSort(toSort(sort))}
        filters={<FilterBar params={params} placeholder={t('search')} filters={filters} />}
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={empty}
      />
      {dialogs.element}
    </>
  );
};
