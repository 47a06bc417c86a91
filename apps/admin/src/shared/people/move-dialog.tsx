import { Stack, Text } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { nameOf } from './contact-words';
import { CustomerSelect, type ChosenCustomer } from './customer-select';
import { transferContact, usePeopleAct } from './people.api';

/** To another customer: the login goes along, cases stay (A17). */
export const MoveDialog = ({ contact, onClose }: { contact: Contact; onClose: () => void }) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const [customer, setCustomer] = useState<ChosenCustomer | null>(null);
  const name = nameOf(contact, t);
  const move = async (): Promise<void> => {
    if (!customer) return;
    await act(() => transferContact(contact.id, customer.id));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={move}
      done={t('done.moved', { name, customer: customer?.name })}
      undo={() => act(() => transferContact(contact.id, contact.customer.id))}
      title={t('move.title', { name })}
      confirmLabel={customer ? t('move.goTo', { customer: customer.name }) : t('move.go')}
      isBlocked={customer === null}
    >
      <Stack gap="md">
        <CustomerSelect
          label={t('move.to')}
          value={customer}
          onChange={setCustomer}
          except={contact.customer.id}
          required
        />
        <Stack gap={4}>
          <Text>{t(contact.hasLogin ? 'move.login' : 'fate.none')}</Text>
          <Text>{t('move.cases', { customer: contact.customer.name })}</Text>
          {contact.hasLogin ? <Text>{t('move.sessions', { customer: contact.customer.name })}</Text> : null}
          <Text>{t('move.rights')}</Text>
        </Stack>
      </Stack>
    </ConfirmDialog>
  );
};
