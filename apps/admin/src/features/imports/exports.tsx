import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProvenDownload } from '../../shared/secrets/use-proven-download';
import { EXPORTS } from './imports.api';
import classes from './imports.module.css';

export const Exports = () => {
  const { t } = useTranslation('imports');
  const { save, dialog } = useProvenDownload();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="exports">
      <Stack gap="xs">
        <Text component="h2" id="exports" fw={600} size="lg">
          {t('exports.title')}
        </Text>
        <div className={classes.exports}>
          {EXPORTS.map(({ id, href }) => (
            <Anchor key={id} href={href} download onClick={save}>
              <IconDownload size={16} aria-hidden /> {t(`exports.${id}`)}
            </Anchor>
          ))}
        </div>
        <Text size="sm" c="dimmed" maw={720}>
          {t('exports.formulas')}
        </Text>
      </Stack>
      {dialog}
    </Paper>
  );
};
