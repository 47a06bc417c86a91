import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { CreatedApiKey } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { SecretDialog } from '../../shared/secrets/secret-dialog';
import { CopyOnce } from '../../ui/copy-once';
import { CurlLine } from './curl-line';
import { KeyForm } from './key-form';

/** Asks for the key's facts, then shows the key once; closing forgets it. */
export const NewKeyDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('api-keys');
  return (
    <SecretDialog<CreatedApiKey>
      title={t('new.title')}
      titleShown={t('created.title')}
      size="lg"
      onClose={onClose}
      ask={(show) => <KeyForm onCreated={show} onCancel={onClose} />}
    >
      {(created) => <KeyShown created={created} onClose={onClose} />}
    </SecretDialog>
  );
};

const KeyShown = ({ created, onClose }: { created: CreatedApiKey; onClose: () => void }) => {
  const { t } = useTranslation('api-keys');
  return (
    <Stack gap="md">
      <CopyOnce label={t('created.label', { name: created.apiKey.name })} value={created.key} />
      <CurlLine secret={created.key} scopes={created.apiKey.scopes} />
      <Text size="sm" c="dimmed">
        {t('created.reference')} <Anchor href="/docs">{t('reference')}</Anchor>
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('created.close')}</Button>
      </Group>
    </Stack>
  );
};
