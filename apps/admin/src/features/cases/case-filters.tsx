import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  getContactOptions,
  getCustomerOptions,
  getDeploymentOptions,
  getDeviceOptions,
} from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListParams } from '../../lib/use-list-params';
import { customerSearchOptions } from '../../shared/people/people.api';
import { FilterBar } from '../../ui/filter-bar';
import type { Filter } from '../../ui/filter-chip';
import { PRIORITIES, SOURCES, STATUSES } from './case-words';
import { staffNamesOptions } from './cases.api';
import classes from './cases.module.css';

/** The API takes one of these at a time: the last one that was ticked. */
const SINGLE = new Set(['assignee', 'contact', 'source']);

export const CaseFilters = ({ params }: { params: ListParams }) => {
  const { t } = useTranslation('cases');
  const staff = useQuery(staffNamesOptions);
  const filters: Filter[] = [
    {
      name: 'status',
      label: t('column.status'),
      options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      name: 'assignee',
      label: t('column.assignee'),
      options: [
        { value: 'me', label: t('me') },
        { value: 'none', label: t('nobody') },
        ...(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    {
      name: 'priority',
      label: t('column.priority'),
      options: PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) })),
    },
    {
      name: 'source',
      label: t('column.source'),
      options: SOURCES.map((value) => ({ value, label: t(`source.${value}`) })),
    },
    { name: 'unread', label: t('column.unread'), options: [{ value: 'true', label: t('unread') }] },
    ...useLinkedFilters(params),
  ];
  const single: ListParams = {
    ...params,
    setFilter: (name, values) => params.setFilter(name, SINGLE.has(name) ? values.slice(-1) : values),
  };
  return (
    <div className={classes.filters}>
      <FilterBar params={single} placeholder={t('search')} filters={filters} />
      <CustomerFilter
        value={params.filters['customer']?.[0] ?? null}
        onChange={(id) => params.setFilter('customer', id ? [id] : [])}
      />
    </div>
  );
};

/** Filters that only a link from another page sets: they show whose cases these are and can be taken away. */
const useLinkedFilters = (params: ListParams): Filter[] => {
  const { t } = useTranslation('cases');
  const idOf = (name: string): string => params.filters[name]?.[0] ?? '';
  const ids = { contact: idOf('contact'), device: idOf('device'), deployment: idOf('deployment') };
  const contact = useQuery({ ...getContactOptions({ path: { id: ids.contact } }), enabled: ids.contact !== '' });
  const device = useQuery({ ...getDeviceOptions({ path: { id: ids.device } }), enabled: ids.device !== '' });
  const place = getDeploymentOptions({ path: { id: ids.deployment } });
  const deployment = useQuery({ ...place, enabled: ids.deployment !== '' });
  const names = {
    contact: contact.data?.name ?? t('thisContact'),
    device: device.data?.name ?? t('thisDevice'),
    deployment: deployment.data?.name ?? t('thisDeployment'),
  };
  return (['contact', 'device', 'deployment'] as const)
    .filter((name) => ids[name] !== '')
    .map((name) => ({ name, label: t(`column.${name}`), options: [{ value: ids[name], label: names[name] }] }));
};

const CustomerFilter = ({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) => {
  const { t } = useTranslation('cases');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const chosen = useQuery({ ...getCustomerOptions({ path: { id: value ?? '' } }), enabled: value !== null });
  const text = settled === chosen.data?.name ? '' : settled;
  const found = useQuery({ ...customerSearchOptions(text), enabled: typed !== '' });
  const rows = (found.data ?? []).filter((row) => row.id !== value).map((row) => ({ value: row.id, label: row.name }));
  const current = value === null ? [] : [{ value, label: chosen.data?.name ?? t('common:loading') }];
  return (
    <Select
      size="xs"
      className={classes.customerFilter}
      aria-label={t('column.customer')}
      placeholder={t('anyCustomer')}
      data={[...current, ...rows]}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clearCustomer') }}
      onSearchChange={setTyped}
      // The server searched already.
      filter={({ options }) => options}
      nothingFoundMessage={typed === '' ? t('typeCustomer') : t('nothingFound')}
    />
  );
};
