import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useListParams } from '../../lib/use-list-params';
import { useProblemText } from '../../lib/use-problem-text';
import { ChoiceBar } from '../../ui/choice-bar';
import { CsvDrop } from '../../ui/csv-drop';
import { useUpload } from './use-upload';

const KINDS = ['people', 'devices'] as const;
const SPEC = { filters: ['kind'] };
const MOST_BYTES = 64 * 1024 * 1024;

export const UploadBox = () => {
  const { t } = useTranslation('imports');
  const { sentence } = useProblemText();
  const { current, failures, send } = useUpload();
  const params = useListParams(SPEC);
  const kind = KINDS.find((one) => params.filters['kind']?.includes(one)) ?? 'people';
  const words = {
    title: t('upload.title'),
    text: t(`upload.text.${kind}`),
    choose: t('upload.choose'),
    notCsv: t('upload.notCsv'),
    tooLarge: t('upload.tooLarge'),
  };
  return (
    <div>
      <ChoiceBar
        label={t('upload.about')}
        value={kind}
        onChange={(value) => params.setFilter('kind', [value])}
        options={KINDS.map((value) => ({ value, label: t(`upload.kind.${value}`) }))}
      />
      <Stack gap="xs">
        <CsvDrop
          words={words}
          mostBytes={MOST_BYTES}
          isBusy={current !== null}
          note={<SecretsNote />}
          onFiles={(files) => void send(files, kind)}
        />
        <output>{current ? <Text c="dimmed">{t('upload.sending', { file: current.name })}</Text> : null}</output>
        {failures.map(({ name, error }) => (
          <Alert key={name} color="red" variant="light" role="alert" title={name}>
            {sentence(error)}
          </Alert>
        ))}
      </Stack>
    </div>
  );
};

/** INV-1, said where somebody might wonder. */
export const SecretsNote = () => {
  const { t } = useTranslation('imports');
  return (
    <Group gap={6} wrap="nowrap" c="dimmed">
      <IconShieldLock size={16} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm">{t('noSecrets')}</Text>
    </Group>
  );
};
