import type { AccessReportCounts } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import type { ListParams } from '../../lib/use-list-params';
import { useFormat } from '../../lib/use-format';
import { ChoiceBar } from '../../ui/choice-bar';
import { FilterBar } from '../../ui/filter-bar';
import type { Filter } from '../../ui/filter-chip';
import { NOT_SHUT, RESET_FAULTS, STATES, USES, WAYS } from './report-query';
import { useCustomerName } from './reports.api';

type Count = AccessReportCounts['can'];

/** "Gets in · 812". */
const useCounted = (): ((what: string, found: Count | undefined) => string) => {
  const { t } = useTranslation('reports');
  const format = useFormat();
  return (what, found) => {
    if (!found) return what;
    const number = format.number(found.count);
    return t('counted', { what, number: found.more ? t('more', { number }) : number });
  };
};

interface ReportFiltersProps {
  params: ListParams;
  counts: AccessReportCounts | undefined;
}

/** How many get in, are invited, do not get in; each number shows who. */
export const StateBar = ({ params, counts }: ReportFiltersProps) => {
  const { t } = useTranslation('reports');
  const counted = useCounted();
  return (
    <ChoiceBar
      label={t('column.access')}
      value={params.filters['state']?.[0] ?? 'all'}
      onChange={(state) => params.setFilter('state', state === 'all' ? [] : [state])}
      options={[
        { value: 'all', label: t('state.all') },
        ...STATES.map((state) => ({ value: state, label: counted(t(`state.${state}`), counts?.[state]) })),
      ]}
    />
  );
};

export const ReportFilters = ({ params, counts }: ReportFiltersProps) => {
  const { t } = useTranslation('reports');
  const counted = useCounted();
  const [customerId = ''] = params.filters['customerId'] ?? [];
  const customer = useCustomerName(customerId);
  const reasons = counts?.byReason.filter(
    ({ reason, count }) => count > 0 || params.filters['reason']?.includes(reason),
  );
  const filters: Filter[] = [
    {
      name: 'reason',
      label: t('filter.reason'),
      isSingle: true,
      options: [
        { value: NOT_SHUT, label: t('filter.open') },
        ...(reasons ?? []).map((one) => ({ value: one.reason, label: counted(t(`reason.${one.reason}`), one) })),
      ],
    },
    {
      name: 'way',
      label: t('column.ways'),
      isSingle: true,
      options: WAYS.map((way) => ({
        value: way,
        label: counted(
          t(`way.${way}`),
          counts?.byWay.find((one) => one.way === way),
        ),
      })),
    },
    {
      name: 'use',
      label: t('filter.use'),
      isSingle: true,
      options: USES.map((use) => ({
        value: use,
        label: counted(t(`use.${use}`), use === 'never' ? counts?.neverUsed : undefined),
      })),
    },
    {
      name: 'resetFault',
      label: t('column.reset'),
      options: RESET_FAULTS.map((fault) => ({
        value: fault,
        label: counted(
          t(`resetFault.${fault}`),
          counts?.byResetFault.find((one) => one.resetFault === fault),
        ),
      })),
    },
  ];
  if (customerId !== '')
    filters.push({
      name: 'customerId',
      label: t('filter.customer'),
      isSingle: true,
      options: [{ value: customerId, label: customer ?? t('filter.thisOne') }],
    });
  return <FilterBar params={params} filters={filters} />;
};
