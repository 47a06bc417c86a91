import { NativeSelect, SimpleGrid, Stack, TagsInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../draft';
import { modelOptions, staffNamesOptions } from '../templates.api';

interface HandlingProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** For which devices it is offered, and what happens with its cases. */
export const Handling = ({ draft, change }: HandlingProps) => {
  const { t } = useTranslation('templates');
  const staff = useQuery(staffNamesOptions);
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const models = useQuery(modelOptions(settled));
  const people = (staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section>
      <Title order={2} mb="xs">
        {t('handling')}
      </Title>
      <Stack gap="md">
        <TagsInput
          label={t('models.label')}
          description={t('models.hint')}
          placeholder={draft.models.length === 0 ? t('models.all') : ''}
          data={models.data ?? []}
          value={[...draft.models]}
          onChange={(value) => change({ models: value })}
          onSearchChange={setTyped}
          maxTags={50}
          clearable
          clearButtonProps={{ 'aria-label': t('models.clear') }}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={t('column.priority')}
            value={draft.priority}
            onChange={({ currentTarget: { value } }) =>
              change({ priority: PRIORITIES.find((one) => one === value) ?? 'normal' })
            }
            data={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
          <NativeSelect
            label={t('column.assignee')}
            value={draft.assigneeId}
            onChange={(event) => change({ assigneeId: event.currentTarget.value })}
            data={[{ value: '', label: t('assigneeOfDeployment') }, ...people]}
          />
        </SimpleGrid>
      </Stack>
    </section>
  );
};
