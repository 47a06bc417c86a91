import { Skeleton, Stack, Text } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FailedState } from '../../ui/failed-state';
import { nameOf } from './contact-words';
import { closeContact, reopenContact, useContactAccess, usePeopleAct } from './people.api';

/** What closing the portal to a contact does to the login, said first (A17, INV-8). */
export const CloseContactDialog = ({ contact, onClose }: { contact: Contact; onClose: () => void }) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const name = nameOf(contact, t);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => closeContact(contact.id))}
      done={t('done.deactivated', { name })}
      undo={() => act(() => reopenContact(contact.id))}
      title={t('close.title', { name })}
      confirmLabel={t('close.go')}
      isDangerous
    >
      <Effects contact={contact} />
    </ConfirmDialog>
  );
};

const Effects = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation('contacts');
  const access = useContactAccess(contact.id);
  if (access.isPending) return <Skeleton height={60} />;
  if (access.error) return <FailedState error={access.error} onRetry={() => void access.refetch()} isCompact />;
  const others = contact.alsoAt.map((company) => company.customerName).join(', ');
  const { sessions, identityId } = access.data;
  return (
    <Stack gap={4}>
      <Text>{t('close.portal', { customer: contact.customer.name })}</Text>
      {sessions.count > 0 ? <Text>{t('close.sessions', { count: sessions.count })}</Text> : null}
      {identityId ? <Text>{t('close.secretsStay')}</Text> : null}
      <Text>{t('close.cases')}</Text>
      {others ? <Text>{t('close.others', { companies: others })}</Text> : null}
    </Stack>
  );
};
