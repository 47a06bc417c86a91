import { Alert, Button, Group, Text } from '@mantine/core';
import type { Contact, ContactAccess } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@latchkey/api-client/phone';
import { useAskToAccept } from '../../../shared/credentials/use-ask-to-accept';

interface AskedProps {
  contact: Contact;
  asked: ContactAccess['asked'];
}

/** Somebody who has a login accepts this customer first, or said that it is not theirs (D8). */
export const Asked = ({ contact, asked }: AskedProps) => {
  const { t } = useTranslation('contacts');
  const askToAccept = useAskToAccept();
  const [isBusy, setBusy] = useState(false);
  if (asked === null) return null;
  const way = asked.login.includes('@') ? 'email' : 'sms';
  const ask = (): void => {
    setBusy(true);
    void askToAccept(contact.id, way).finally(() => setBusy(false));
  };
  return (
    <Alert
      color={asked.state === 'declined' ? 'red' : 'yellow'}
      variant="light"
      title={t(`asked.title.${asked.state}`, { login: formatPhone(asked.login) })}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 16rem">
          {t(`asked.${asked.state}`)}
        </Text>
        {contact.allowedActions.includes('send_credentials') ? (
          <Button size="xs" variant="default" loading={isBusy} onClick={ask}>
            {t(`asked.ask.${way}`)}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
};
