import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChosenDeployment } from './deployment-select';

interface MoveEffectsProps {
  to: ChosenDeployment | null;
  /** Whose the devices are now. */
  customerIds: readonly string[];
}

/** What moving means, said first. */
export const MoveEffects = ({ to, customerIds }: MoveEffectsProps) => {
  const { t } = useTranslation('devices');
  const isOther = to !== null && customerIds.some((id) => id !== to.customer.id);
  return (
    <Stack gap={4}>
      <Text>{t('move.label')}</Text>
      <Text>{t('move.visits')}</Text>
      <Text>{t('move.history')}</Text>
      {isOther ? <Text c="var(--lk-wait-ink)">{t('move.otherCustomer', { customer: to.customer.name })}</Text> : null}
    </Stack>
  );
};
