import { Alert, Button, Group, Text } from '@mantine/core';
import type { Contact, ContactAccess } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askToAccept } from '../../../shared/credentials/credentials.api';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { usePeopleAct } from '../../../shared/people/people.api';
import { useToasts } from '../../../ui/toasts';

interface AskedProps {
  contact: Contact;
  asked: ContactAccess['asked'];
}

/** Somebody who has a login accepts this customer first, or said that it is not theirs (D8). */
export const Asked = ({ contact, asked }: AskedProps) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const toast = useToasts();
  const keyFor = useIdempotencyKey();
  const [isBusy, setBusy] = useState(false);
  if (asked === null) return null;
  const ask = (): void => {
    setBusy(true);
    act(() =>
      askToAccept(contact.id, keyFor({ contact: contact.id, version: contact.version, at: contact.lastDelivery?.at })),
    )
      .then(
        ({ isDone, ways }) =>
          isDone
            ? toast.done(t('asked.done'))
            : toast.failed(null, t(`credentials:give.reason.${ways[0]?.obstacle ?? 'no_way_left'}`)),
        toast.failed,
      )
      .finally(() => setBusy(false));
  };
  return (
    <Alert
      color={asked.state === 'declined' ? 'red' : 'yellow'}
      variant="light"
      title={t(`asked.title.${asked.state}`, { login: asked.login })}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 16rem">
          {t(`asked.${asked.state}`)}
        </Text>
        {contact.allowedActions.includes('send_credentials') ? (
          <Button size="xs" variant="default" loading={isBusy} onClick={ask}>
            {t('asked.ask')}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
};
