import { Skeleton, Stack, Text } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FailedState } from '../../ui/failed-state';
import { nameOf } from './contact-words';
import { LoginFateText } from './login-fate-text';
import { deletionOptions, removeContact, usePeopleAct } from './people.api';

interface DeleteContactDialogProps {
  contact: Contact;
  onClose: () => void;
  onDeleted: () => Promise<void> | void;
}

/** What deleting does to the login and the cases, said first (A17). */
export const DeleteContactDialog = ({ contact, onClose, onDeleted }: DeleteContactDialogProps) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const name = nameOf(contact, t);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      // The page of this contact is left first: asking for it again would answer 404.
      onConfirm={() => act(() => removeContact(contact.id).then(onDeleted))}
      done={t('done.deleted', { name })}
      title={t('delete.title', { name })}
      confirmLabel={t('delete.go')}
      typedPhrase={name}
      isDangerous
    >
      <Effects contact={contact} />
    </ConfirmDialog>
  );
};

const Effects = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation('contacts');
  const preview = useQuery(deletionOptions(contact.id));
  if (preview.isPending) return <Skeleton height={60} />;
  if (preview.error) return <FailedState error={preview.error} onRetry={() => void preview.refetch()} isCompact />;
  const { login, cases, sessions } = preview.data;
  return (
    <Stack gap={4}>
      {login ? <LoginFateText fate={login} /> : <Text>{t('fate.none')}</Text>}
      {sessions > 0 ? <Text>{t('close.sessions', { count: sessions })}</Text> : null}
      {cases > 0 ? <Text>{t('delete.cases', { count: cases })}</Text> : null}
      <Text fw={500}>{t('delete.noUndo')}</Text>
    </Stack>
  );
};
