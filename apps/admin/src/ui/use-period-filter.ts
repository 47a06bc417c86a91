import { useTranslation } from 'react-i18next';
import { PERIODS } from '../lib/periods';
import type { Filter } from './filter-chip';

/** The last so many days; goes with sincePeriod. */
export const usePeriodFilter = (): Filter => {
  const { t } = useTranslation('list');
  return {
    name: 'period',
    label: t('period.label'),
    isSingle: true,
    options: PERIODS.map((value) => ({ value, label: t('period.days', { count: Number(value) }) })),
  };
};
