import { Button, Stack, Text, TextInput } from '@mantine/core';
import type { NotificationDetail } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { useCan } from '../../app/session';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { ProvenConfirmDialog } from '../../shared/secrets/proven-confirm-dialog';
import { useToasts } from '../../ui/toasts';
import { useMessageActs } from './outbox.api';

/** Those with a way in are written anew for the right address; of others only the address is mended. */
const WITH_A_WAY_IN = 'portal-credentials';
const DID_NOT_ARRIVE = ['refused', 'failed', 'bounced'];

/** For a message that did not arrive at the address of a contact. */
export const CorrectAddress = ({ message }: { message: NotificationDetail }) => {
  const { t } = useTranslation('outbox');
  const can = useCan();
  const [isOpen, setOpen] = useState(false);
  if (!message.contactId || !DID_NOT_ARRIVE.includes(message.state) || !can('contact:write')) return null;
  if (message.kind !== WITH_A_WAY_IN || !can('credential:send'))
    return (
      <Button size="xs" variant="default" component={Link} to={`/contacts/${message.contactId}/edit`}>
        {t('correct')}
      </Button>
    );
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t('correction.go')}
      </Button>
      {isOpen ? <CorrectionDialog message={message} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

const CorrectionDialog = ({ message, onClose }: { message: NotificationDetail; onClose: () => void }) => {
  const { t } = useTranslation('outbox');
  const { correct } = useMessageActs();
  const { done } = useToasts();
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const [email, setEmail] = useState(message.to);
  const typed = email.trim();
  const send = async (): Promise<void> => {
    const { to, notificationId } = await correct(message.id, typed, keyFor(typed));
    done(t('correction.done', { to }));
    await navigate(`/outbox?open=${notificationId}`);
  };
  return (
    <ProvenConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={send}
      title={t('correction.title')}
      confirmLabel={t('correction.go')}
      isBlocked={typed === '' || typed.toLowerCase() === message.to.toLowerCase()}
    >
      <Stack gap="md">
        <Text>{t('correction.text', { to: message.to, name: message.contactName ?? t('contact') })}</Text>
        <TextInput
          label={t('correction.field')}
          type="email"
          value={email}
          maxLength={254}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setEmail(event.currentTarget.value)}
          data-autofocus
          required
        />
      </Stack>
    </ProvenConfirmDialog>
  );
};
