import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { Contact } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonForm } from '../secrets/reason-form';
import { nameOf } from './contact-words';
import { viewAs } from './people.api';

interface ViewAsDialogProps {
  contact: Contact;
  onClose: () => void;
}

/** Asks why, then gives a button that opens the portal as the contact sees it (A7). */
export const ViewAsDialog = ({ contact, onClose }: ViewAsDialogProps) => {
  const { t } = useTranslation('contacts');
  const [url, setUrl] = useState<string | null>(null);
  const name = nameOf(contact, t);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('viewAs.title', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {url === null ? (
        <ReasonForm
          text={t('viewAs.text', { name })}
          label={t('viewAs.reason')}
          help={t('viewAs.reasonHelp')}
          confirmLabel={t('viewAs.go')}
          maxLength={300}
          act={(why) => viewAs(contact.id, why)}
          onDone={setUrl}
          onClose={onClose}
        />
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
  );
};
