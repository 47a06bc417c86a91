import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListParams } from '../../lib/use-list-params';
import { RESET_STATES, type ResetQuery } from '../../shared/resets/reset-words';
import { CountChips } from '../../ui/count-chips';
import { useResetCounts } from './resets.api';

/** How many requests came how far; each number shows which. Nothing where nobody asked. */
export const RequestCounts = ({ params, query }: { params: ListParams; query: ResetQuery }) => {
  const { t } = useTranslation('resets');
  const { data } = useResetCounts(query);
  const [chosen] = params.filters['state'] ?? [];
  const value = RESET_STATES.find((one) => one === chosen);
  const counts = new Map(data?.counts.map(({ state, count }) => [state, count]));
  const shown = RESET_STATES.filter((state) => counts.has(state) || state === value);
  if (shown.length === 0) return null;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Stack gap="xs" mb="xs">
      <CountChips
        label={t('column.state')}
        value={value}
        onChoose={(state) => params.setFilter('state', state ? [state] : [])}
        chips={[
          { id: undefined, label: t('counts.all'), count: total },
          ...shown.map((state) => ({ id: state, label: t(`state.${state}`), count: counts.get(state) ?? 0 })),
        ]}
      />
      {data?.more ? <Text size="sm">{t('counts.more')}</Text> : null}
    </Stack>
  );
};
