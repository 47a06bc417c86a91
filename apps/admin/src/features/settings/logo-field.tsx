import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotProven, useReauthentication } from '../../app/reauthentication';
import { useProblemText } from '../../lib/use-problem-text';
import { useToasts } from '../../ui/toasts';
import { useSettingsStore, type Settings } from './settings.api';
import classes from './settings.module.css';

const TYPES = ['image/png', 'image/jpeg', 'image/webp'];
const MOST_BYTES = 512 * 1024;

/** Refused here for what the API would refuse, before half a megabyte is on its way. */
const problemOf = (file: File): { code: string; status: number } | null => {
  if (!TYPES.includes(file.type)) return { code: 'file.type_not_allowed', status: 415 };
  return file.size > MOST_BYTES ? { code: 'file.too_large', status: 413 } : null;
};

/** Stored at once, apart from the form: a file cannot be "unsaved". */
export const LogoField = ({ settings }: { settings: Settings }) => {
  const { t } = useTranslation('settings');
  const { sentence } = useProblemText();
  const store = useSettingsStore();
  const toasts = useToasts();
  const proof = useReauthentication();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = async (act: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await proof.run(act);
      toasts.done(done);
    } catch (problem) {
      if (!(problem instanceof NotProven)) setError(problem);
    } finally {
      setBusy(false);
    }
  };

  const take = (file: File | null): void => {
    if (!file) return;
    const problem = problemOf(file);
    if (problem) setError(problem);
    else void run(() => store.uploadLogo(file), t('logo.done'));
  };

  return (
    <Stack gap="xs" component="section" aria-label={t('logo.label')}>
      <Text fw={500}>{t('logo.label')}</Text>
      <Group gap="md">
        <div className={classes.logoFrame}>
          {settings.hasLogo ? (
            <img src={`/api/v1/portal/logo?v=${settings.version}`} alt={t('logo.alt')} className={classes.logo} />
          ) : (
            t('logo.none')
          )}
        </div>
        <Stack gap={6}>
          <Group gap="xs">
            <FileButton onChange={take} accept={TYPES.join(',')}>
              {(props) => (
                <Button {...props} variant="default" size="xs" loading={isBusy}>
                  {t(settings.hasLogo ? 'logo.replace' : 'logo.upload')}
                </Button>
              )}
            </FileButton>
            {settings.hasLogo ? (
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                onClick={() => void run(() => store.removeLogo(), t('logo.removed'))}
              >
                {t('logo.remove')}
              </Button>
            ) : null}
          </Group>
          <Text size="xs" c="dimmed">
            {t('logo.hint')}
          </Text>
        </Stack>
      </Group>
      {error === null ? null : (
        <Text size="sm" c="red" role="alert">
          {sentence(error)}
        </Text>
      )}
      {proof.dialog}
    </Stack>
  );
};
