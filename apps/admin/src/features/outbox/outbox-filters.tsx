import { getContactOptions, getCustomerOptions } from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListParams } from '../../lib/use-list-params';
import { FilterBar } from '../../ui/filter-bar';
import type { Filter } from '../../ui/filter-chip';
import { usePeriodFilter } from '../../ui/use-period-filter';
import { KINDS, STATES } from './outbox-words';

/** State and kind; a contact, customer or case when a link elsewhere brought it along. */
export const OutboxFilters = ({ params }: { params: ListParams }) => {
  const { t } = useTranslation('outbox');
  const narrowed = useNarrowed(params);
  const filters: readonly Filter[] = [
    {
      name: 'state',
      label: t('column.state'),
      options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    { name: 'kind', label: t('column.kind'), options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
    usePeriodFilter(),
    ...narrowed,
  ];
  // Of kinds the API takes one: the last one that was ticked.
  const single: ListParams = {
    ...params,
    setFilter: (name, values) => params.setFilter(name, name === 'state' ? values : values.slice(-1)),
  };
  return <FilterBar params={single} placeholder={t('search')} filters={filters} />;
};

const useNarrowed = ({ filters }: ListParams): readonly Filter[] => {
  const { t } = useTranslation('outbox');
  const [contactId = ''] = filters['contact'] ?? [];
  const [customerId = ''] = filters['customer'] ?? [];
  const [caseId = ''] = filters['case'] ?? [];
  const contact = useQuery({ ...getContactOptions({ path: { id: contactId } }), enabled: contactId !== '' });
  const customer = useQuery({ ...getCustomerOptions({ path: { id: customerId } }), enabled: customerId !== '' });
  return [
    { name: 'contact', label: t('contact'), value: contactId, text: contact.data?.name },
    { name: 'customer', label: t('customer'), value: customerId, text: customer.data?.name },
    { name: 'case', label: t('case'), value: caseId, text: t('thisCase') },
  ]
    .filter(({ value }) => value !== '')
    .map(({ name, label, value, text }) => ({ name, label, options: [{ value, label: text ?? t('thisOne') }] }));
};
