import { Stack, Text } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/download';
import { ProvenConfirmDialog } from '../secrets/proven-confirm-dialog';
import { nameOf } from './contact-words';
import { fetchPerson, usePeopleAct } from './people.api';

/** A copy of everything that is kept about a person, for the person (D24). */
export const ExportPersonDialog = ({ contact, onClose }: { contact: Contact; onClose: () => void }) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const name = nameOf(contact, t);
  return (
    <ProvenConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => fetchPerson(contact.id)).then((file) => download(file, 'person.zip'))}
      title={t('exportPerson.title', { name })}
      confirmLabel={t('exportPerson.go')}
    >
      <Stack gap={4}>
        <Text>{t('exportPerson.what')}</Text>
        <Text>{t('exportPerson.not')}</Text>
      </Stack>
    </ProvenConfirmDialog>
  );
};
