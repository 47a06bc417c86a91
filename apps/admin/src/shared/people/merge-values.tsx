import { Radio, Stack, Text } from '@mantine/core';
import type { MergeContact, MergePreview } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';

type Take = NonNullable<MergeContact['take']>;

interface MergeValuesProps {
  values: MergePreview['values'];
  take: Take;
  onTake: (take: Take) => void;
}

/** Where both have a value, staff choose; what only one has is kept by itself. */
export const MergeValues = ({ values, take, onTake }: MergeValuesProps) => {
  const { t } = useTranslation('contacts');
  const differing = values.filter(({ into, from }) => into !== null && from !== null && into !== from);
  const added = values.filter(({ into, from }) => into === null && from !== null);
  if (differing.length + added.length === 0) return <Text>{t('merge.same')}</Text>;
  return (
    <Stack gap="sm">
      {differing.map(({ field, into, from }) => (
        <Radio.Group
          key={field}
          label={t(`field.${field}`)}
          value={take.includes(field) ? 'from' : 'into'}
          onChange={(choice) => onTake(choice === 'from' ? [...take, field] : take.filter((one) => one !== field))}
        >
          <Stack gap={4} mt={4}>
            <Radio size="xs" value="into" label={into} />
            <Radio size="xs" value="from" label={from} />
          </Stack>
        </Radio.Group>
      ))}
      {added.map(({ field, from }) => (
        <Text key={field}>{t('merge.added', { field: t(`field.${field}`), value: from })}</Text>
      ))}
    </Stack>
  );
};
