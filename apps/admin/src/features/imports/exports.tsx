import { Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProvenDownload } from '../../shared/secrets/use-proven-download';
import { FileMenu } from '../../ui/file-menu';
import { EXPORTS, exportHref } from './imports.api';

export const Exports = () => {
  const { t } = useTranslation('imports');
  const { save, dialog } = useProvenDownload();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="exports">
      <Stack gap="xs">
        <Text component="h2" id="exports" fw={600} size="lg">
          {t('exports.title')}
        </Text>
        <Group gap="xs">
          {EXPORTS.map((name) => (
            <FileMenu key={name} label={t(`exports.${name}`)} href={exportHref(name)} save={save} />
          ))}
        </Group>
        <Text size="sm" c="dimmed" maw={720}>
          {t('exports.formulas')}
        </Text>
      </Stack>
      {dialog}
    </Paper>
  );
};
