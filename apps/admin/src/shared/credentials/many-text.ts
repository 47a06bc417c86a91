import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import type { Many } from './use-plan-run';

/** "31 chosen contacts.", or that all of the list are meant. */
export const useManyText = ({ contactIds }: Many): string => {
  const { t } = useTranslation('credentials');
  const { number } = useFormat();
  const count = contactIds?.length;
  return count === undefined ? t('many.filter') : t('many.chosen', { count, shown: number(count) });
};
