import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListParams } from '../../lib/use-list-params';
import { CountChips } from '../../ui/count-chips';
import { REASONS } from './outbox-words';
import { type OutboxQuery, useFailures } from './outbox.api';

/** How many messages did not arrive, by reason; each number shows which, and once more shows all. Nothing where all arrived. */
export const FailureCounts = ({ params, query }: { params: ListParams; query: OutboxQuery }) => {
  const { t } = useTranslation('outbox');
  const { data } = useFailures(query);
  const [chosen] = params.filters['reason'] ?? [];
  const value = REASONS.find((one) => one === chosen);
  const counts = new Map(data?.counts.map(({ reason, count }) => [reason, count]));
  const shown = REASONS.filter((reason) => counts.has(reason) || reason === value);
  if (shown.length === 0) return null;
  return (
    <Stack gap={4} my="xs">
      <Text size="sm" c="dimmed">
        {t('reasons')}
      </Text>
      <CountChips
        label={t('reasons')}
        value={value}
        onChoose={(reason) => params.setFilter('reason', reason && reason !== value ? [reason] : [])}
        chips={shown.map((reason) => ({ id: reason, label: t(`reason.${reason}`), count: counts.get(reason) ?? 0 }))}
      />
      {data?.more ? <Text size="sm">{t('moreFailures')}</Text> : null}
    </Stack>
  );
};
