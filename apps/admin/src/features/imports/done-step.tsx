import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { Import } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useNow } from '../../lib/now';
import { useFormat } from '../../lib/use-format';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FileMenu } from '../../ui/file-menu';
import { linesAre, linesToDo, writesText } from './import-words';
import { resultHref, useImportActs, useImports } from './imports.api';
import { VerdictList } from './verdict-list';

/** What was done, where to look at it, and the way back. */
export const DoneStep = ({ file }: { file: Import }) => {
  const { t, i18n } = useTranslation('imports');
  const { number } = useFormat();
  const { create, update, unchanged, skip } = file.counts;
  const list = linesAre(file);
  return (
    <Stack gap="lg">
      <Paper withBorder p="md">
        <Stack gap="xs">
          <Text component="h2" fw={600} size="lg">
            {linesToDo(file.counts) === 0
              ? t('done.nothing')
              : t('done.title', { what: writesText('done', file, { t, language: i18n.language }) })}
          </Text>
          <Text>
            {t('done.text', {
              create: number(create),
              update: number(update),
              unchanged: number(unchanged),
              skip: number(skip),
            })}
          </Text>
          <Group gap="xs" mt={4}>
            <NextFile after={file} />
            <Button component={Link} to={`/${list}`} variant="default">
              {t(`done.to.${list}`)}
            </Button>
            <FileMenu label={t('done.result')} href={resultHref(file.id)} />
          </Group>
          <Undo file={file} />
        </Stack>
      </Paper>
      <VerdictList file={file} />
    </Stack>
  );
};

const RECENT_MS = 60 * 60 * 1000;

/** A second file that was uploaded along with this one waits for its turn. */
const NextFile = ({ after }: { after: Import }) => {
  const { t } = useTranslation('imports');
  const { data } = useImports();
  const next = data?.pages[0]?.items.find(
    ({ id, state, counts, createdAt }) =>
      id !== after.id &&
      (state === 'uploaded' || (state === 'checked' && linesToDo(counts) > 0)) &&
      Math.abs(Date.parse(createdAt) - Date.parse(after.createdAt)) < RECENT_MS,
  );
  return next ? (
    <Button component={Link} to={`/imports/${next.id}`}>
      {t('done.next', { file: next.fileName })}
    </Button>
  ) : null;
};

const Undo = ({ file }: { file: Import }) => {
  const { t } = useTranslation('imports');
  const { exact, number } = useFormat();
  const { undo } = useImportActs(file.id);
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const { create, update } = file.counts;
  if (!file.undoUntil || Date.parse(file.undoUntil) < now || create + update === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('undo.until', { at: exact(file.undoUntil) })}{' '}
      <Anchor component="button" type="button" inherit onClick={() => setOpen(true)}>
        {t('undo.open')}
      </Anchor>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={undo}
        title={t('undo.title', { file: file.fileName })}
        confirmLabel={t('undo.confirm')}
        isDangerous
      >
        <Stack gap="xs">
          <Text>{t('undo.text', { create: number(create), update: number(update) })}</Text>
          <Text>{t(file.kind === 'devices' ? 'undo.keptDevices' : 'undo.kept')}</Text>
        </Stack>
      </ConfirmDialog>
    </Text>
  );
};
