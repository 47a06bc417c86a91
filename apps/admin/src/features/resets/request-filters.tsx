import { getContactOptions } from '@latchkey/api-client/query';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListParams } from '../../lib/use-list-params';
import { FilterBar } from '../../ui/filter-bar';
import type { Filter } from '../../ui/filter-chip';
import { usePeriodFilter } from '../../ui/use-period-filter';

/** When it was asked; a contact when its page brought it along. */
export const RequestFilters = ({ params }: { params: ListParams }) => {
  const { t } = useTranslation('resets');
  const [contactId = ''] = params.filters['contact'] ?? [];
  const contact = useQuery({ ...getContactOptions({ path: { id: contactId } }), enabled: contactId !== '' });
  const filters: Filter[] = [usePeriodFilter()];
  if (contactId !== '')
    filters.push({
      name: 'contact',
      label: t('filter.contact'),
      options: [{ value: contactId, label: contact.data?.name ?? t('filter.thisOne') }],
    });
  return <FilterBar params={params} filters={filters} />;
};
