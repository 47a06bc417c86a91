import { Stack, Text, TextInput } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { nameOf } from './contact-words';
import { liftLock, usePeopleAct } from './people.api';

/** Whoever guessed may guess again: why it is lifted all the same is asked, and kept (D6). */
export const LiftLockDialog = ({ contact, onClose }: { contact: Contact; onClose: () => void }) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const [reason, setReason] = useState('');
  const name = nameOf(contact, t);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => liftLock(contact.id, reason.trim()))}
      done={t('done.lockLifted', { name })}
      title={t('lift.title', { name })}
      confirmLabel={t('action.liftLock')}
      isBlocked={reason.trim() === ''}
    >
      <Stack gap="md">
        <Text>{t('lift.text')}</Text>
        <TextInput
          label={t('lift.reason')}
          description={t('lift.reasonHelp')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
          required
        />
      </Stack>
    </ConfirmDialog>
  );
};
