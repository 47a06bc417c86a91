import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { Import } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { useToasts } from '../../ui/toasts';
import { linesToDo, writesText } from './import-words';
import { useImportActs } from './imports.api';
import { SecretsNote } from './upload-box';
import { VerdictList } from './verdict-list';

/** The dry run's answer: nothing is written yet; the button says what it would do. */
export const CheckedStep = ({ file, onChangeColumns }: { file: Import; onChangeColumns: () => void }) => {
  const { t, i18n } = useTranslation('imports');
  const { number } = useFormat();
  const { failed } = useToasts();
  const { run } = useImportActs(file.id);
  const [isBusy, setBusy] = useState(false);
  const { create, update, unchanged, skip } = file.counts;
  const todo = linesToDo(file.counts);

  const start = async (): Promise<void> => {
    setBusy(true);
    try {
      await run();
    } catch (error) {
      setBusy(false);
      failed(error);
    }
  };

  return (
    <Stack gap="lg">
      <Paper withBorder p="md">
        <Stack gap="xs">
          <Text component="h2" fw={600} size="lg">
            {todo === 0 ? t('checked.nothing') : t('checked.title')}
          </Text>
          <Text maw={720}>
            {todo === 0
              ? t(skip > 0 && unchanged === 0 ? 'checked.allSkipped' : 'checked.nothingText')
              : t('checked.text', {
                  create: number(create),
                  update: number(update),
                  unchanged: number(unchanged),
                  skip: number(skip),
                })}
          </Text>
          <SecretsNote />
          <Group gap="xs" mt={4}>
            {todo > 0 ? (
              <Button onClick={() => void start()} loading={isBusy}>
                {t('checked.run', { what: writesText('checked', file, { t, language: i18n.language }) })}
              </Button>
            ) : null}
            <Button variant="default" onClick={onChangeColumns}>
              {t('checked.changeColumns')}
            </Button>
          </Group>
        </Stack>
      </Paper>
      <VerdictList file={file} />
    </Stack>
  );
};
