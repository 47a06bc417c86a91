import '@mantine/dropzone/styles.layer.css';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Dropzone, type FileRejection } from '@mantine/dropzone';
import { IconFileImport, IconShieldLock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../lib/use-problem-text';
import { ChoiceBar } from '../../ui/choice-bar';
import { useUpload } from './use-upload';
import { useListParams } from '../../lib/use-list-params';

const KINDS = ['people', 'devices'] as const;
const SPEC = { filters: ['kind'] };
const MOST_BYTES = 64 * 1024 * 1024;
const ACCEPT = {
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
  'text/tab-separated-values': ['.tsv'],
  'application/vnd.ms-excel': ['.csv'],
};

export const UploadBox = () => {
  const { t } = useTranslation('imports');
  const { sentence } = useProblemText();
  const { current, failures, send } = useUpload();
  const [rejected, setRejected] = useState<readonly FileRejection[]>([]);
  const choose = useRef<() => void>(null);
  const params = useListParams(SPEC);
  const kind = KINDS.find((one) => params.filters['kind']?.includes(one)) ?? 'people';

  const take = (files: readonly File[]): void => {
    setRejected([]);
    void send(files, kind);
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
        <Dropzone
          openRef={choose}
          onDrop={take}
          onReject={setRejected}
          accept={ACCEPT}
          maxSize={MOST_BYTES}
          loading={current !== null}
          activateOnClick={false}
          activateOnKeyboard={false}
          enablePointerEvents
          inputProps={{ 'aria-label': t('upload.choose') }}
        >
          <Stack align="center" gap="xs" py="lg" px="md" ta="center">
            <IconFileImport size={28} aria-hidden />
            <Text fw={600}>{t('upload.title')}</Text>
            <Text c="dimmed" maw={520}>
              {t(`upload.text.${kind}`)}
            </Text>
            <Button onClick={() => choose.current?.()}>{t('upload.choose')}</Button>
            <SecretsNote />
          </Stack>
        </Dropzone>
        <output>{current ? <Text c="dimmed">{t('upload.sending', { file: current.name })}</Text> : null}</output>
        {failures.map(({ name, error }) => (
          <Alert key={name} color="red" variant="light" role="alert" title={name}>
            {sentence(error)}
          </Alert>
        ))}
        {rejected.map(({ file }) => (
          <Alert key={file.name} color="red" variant="light" role="alert" title={file.name}>
            {t(file.size > MOST_BYTES ? 'upload.tooLarge' : 'upload.notCsv')}
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
