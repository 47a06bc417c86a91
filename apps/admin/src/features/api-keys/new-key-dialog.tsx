import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { CreatedApiKey } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyOnce } from '../../ui/copy-once';
import { CurlLine } from './curl-line';
import { KeyForm } from './key-form';

/** Asks for the key's facts, then shows the key once; closing forgets it. */
export const NewKeyDialog = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const { t } = useTranslation('api-keys');
  const [created, setCreated] = useState<CreatedApiKey | null>(null);
  const close = (): void => {
    setCreated(null);
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size="lg"
      title={created ? t('created.title') : t('new.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      // A stray click beside the dialog must not lose a key that is shown once.
      closeOnClickOutside={created === null}
      closeOnEscape={created === null}
    >
      {created ? <KeyShown created={created} onClose={close} /> : <KeyForm onCreated={setCreated} onCancel={close} />}
    </Modal>
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
