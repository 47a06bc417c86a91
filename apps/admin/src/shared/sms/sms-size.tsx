import { Stack, Text } from '@mantine/core';
import type { SmsEstimate } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { wideSigns } from './wide-signs';

/** How an SMS travels, what it costs, and what makes it wider than it need be (D9). */
export const SmsSize = ({ size }: { size: SmsEstimate }) => {
  const { t, i18n } = useTranslation('sms');
  const { money } = useFormat();
  const { encoding, parts, left, wide, cost } = size;
  const facts = [
    t('parts', { count: parts }),
    ...(cost ? [t('cost', { amount: money(cost.amount, cost.currency) })] : []),
    t(`encoding.${encoding}`),
    t('left', { count: left }),
  ];
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {wide.length > 0 ? <Text size="sm">{t('wide', { signs: wideSigns(wide, i18n.language) })}</Text> : null}
    </Stack>
  );
};
