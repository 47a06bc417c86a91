import { Checkbox, Group, ScrollArea, SegmentedControl, Stack, Text } from '@mantine/core';
import type { LabelRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';

interface WhichLabelsProps {
  labels: readonly LabelRow[];
  chosen: readonly LabelRow[];
  onChange: (chosen: readonly LabelRow[]) => void;
}

/** All at hand, those never printed, or one by one. */
export const WhichLabels = ({ labels, chosen, onChange }: WhichLabelsProps) => {
  const { t } = useTranslation('labels');
  const fresh = labels.filter(({ printedAt }) => printedAt === null);
  const ids = new Set(chosen.map(({ id }) => id));
  const isAll = chosen.length === labels.length;
  const isFresh = chosen.length === fresh.length && fresh.every(({ id }) => ids.has(id));
  if (labels.length === 1) return <Text fw={500}>{labels[0]?.device?.name}</Text>;
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text fw={500}>{t('print.which', { chosen: chosen.length, count: labels.length })}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t('print.whichLabel')}
          value={isAll ? 'all' : isFresh ? 'fresh' : ''}
          onChange={(value) => onChange(value === 'fresh' ? fresh : labels)}
          data={[
            { value: 'all', label: t('print.all') },
            { value: 'fresh', label: t('print.unprinted', { count: fresh.length }), disabled: fresh.length === 0 },
          ]}
        />
      </Group>
      <ScrollArea.Autosize mah={140}>
        <Stack gap={6}>
          {labels.map((label) => (
            <Checkbox
              key={label.id}
              size="xs"
              label={[label.device?.name ?? label.publicId, label.device?.position].filter(Boolean).join(' · ')}
              checked={ids.has(label.id)}
              onChange={() => onChange(labels.filter(({ id }) => (id === label.id ? !ids.has(id) : ids.has(id))))}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  );
};
