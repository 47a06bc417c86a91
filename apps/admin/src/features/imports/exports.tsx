import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../app/reauthentication';
import { useToasts } from '../../ui/toasts';
import { EXPORTS } from './imports.api';
import classes from './imports.module.css';

export const Exports = () => {
  const { t } = useTranslation('imports');
  const proof = useReauthentication();
  const toasts = useToasts();
  const proven = useRef(false);
  /** The browser saves the file itself, however large it is: so the proof comes first, and then the same click again. */
  const save = async (event: MouseEvent<HTMLAnchorElement>): Promise<void> => {
    const link = event.currentTarget;
    if (proven.current) return;
    event.preventDefault();
    try {
      await proof.ensure();
      proven.current = true;
      link.click();
    } catch (error) {
      if (!(error instanceof NotProven)) toasts.failed(error);
    } finally {
      proven.current = false;
    }
  };

  return (
    <Paper withBorder p="md" component="section" aria-labelledby="exports">
      <Stack gap="xs">
        <Text component="h2" id="exports" fw={600} size="lg">
          {t('exports.title')}
        </Text>
        <div className={classes.exports}>
          {EXPORTS.map(({ id, href }) => (
            <Anchor key={id} href={href} download onClick={(event) => void save(event)}>
              <IconDownload size={16} aria-hidden /> {t(`exports.${id}`)}
            </Anchor>
          ))}
        </div>
        <Text size="sm" c="dimmed" maw={720}>
          {t('exports.formulas')}
        </Text>
      </Stack>
      {proof.dialog}
    </Paper>
  );
};
