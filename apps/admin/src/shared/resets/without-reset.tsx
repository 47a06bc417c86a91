import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../app/session';
import { useFormat } from '../../lib/use-format';
import { useAccessCounts, WITHOUT_RESET, WITHOUT_RESET_LIST } from '../access/access-counts';

/** How many a new password would not reach today, and where they are listed with the reason (S2.23). Nothing when there is nobody. */
export const WithoutReset = () => {
  const { t } = useTranslation('resets');
  const format = useFormat();
  const can = useCan();
  const counts = useAccessCounts('', can('credential:read')).data;
  const found = counts?.byResetFault.filter(({ resetFault }) => WITHOUT_RESET.some((one) => one === resetFault)) ?? [];
  const count = found.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  const number = format.number(count);
  return (
    <Text mb="md" maw={720}>
      {found.some(({ more }) => more) ? t('without.many', { number }) : t('without.some', { count, number })}{' '}
      <Anchor component={Link} to={WITHOUT_RESET_LIST} inherit>
        {t('without.show')}
      </Anchor>
    </Text>
  );
};
