import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { Contact } from '@latchkey/api-client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../ui/failed-state';
import { useProtectedAct } from '../secrets/use-protected-act';
import { nameOf } from './contact-words';
import { viewAs } from './people.api';

interface ViewAsDialogProps {
  contact: Contact;
  onClose: () => void;
}

/** Asks why, then gives a button that opens the portal as the contact sees it (A7). */
export const ViewAsDialog = ({ contact, onClose }: ViewAsDialogProps) => {
  const { t } = useTranslation('contacts');
  const [reason, setReason] = useState('');
  const [url, setUrl] = useState<string | null>(null);
  const view = useProtectedAct((why: string) => viewAs(contact.id, why), setUrl);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void view.start(reason.trim());
  };
  const name = nameOf(contact, t);
  return (
    <>
      <Modal
        opened
        onClose={onClose}
        title={t('viewAs.title', { name })}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {url === null ? (
          <form onSubmit={submit}>
            <Stack gap="md">
              <Text>{t('viewAs.text', { name })}</Text>
              <TextInput
                label={t('viewAs.reason')}
                description={t('viewAs.reasonHelp')}
                value={reason}
                maxLength={300}
                onChange={(event) => setReason(event.currentTarget.value)}
                data-autofocus
                required
              />
              {view.error === null ? null : <FailedState error={view.error} isCompact />}
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>
                  {t('common:cancel')}
                </Button>
                <Button type="submit" loading={view.isBusy} disabled={reason.trim() === ''}>
                  {t('viewAs.go')}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : (
          <Stack gap="md">
            <Text>{t('viewAs.ready')}</Text>
            <Group justify="flex-end">
              <Button
                component="a"
                href={url}
                target="_blank"
                rel="noopener noreferrer"
                leftSection={<IconExternalLink size={16} aria-hidden />}
                onClick={onClose}
              >
                {t('viewAs.open')}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
      {view.dialog}
    </>
  );
};
