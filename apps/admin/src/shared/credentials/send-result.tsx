import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import type { Contact, SentCredentials } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { AccessBadge } from '../people/access-badge';
import { nameOf } from '../people/contact-words';
import { useContact } from '../people/people.api';

interface SendResultProps {
  result: SentCredentials;
  contacts: readonly Contact[];
  onClose: () => void;
}

/** Up to here each receiver's state is watched in the dialog; the list watches all of them. */
const WATCHED = 10;

/** Shown when somebody was left out after all: who got it, who did not, and why. */
export const SendResult = ({ result, contacts, onClose }: SendResultProps) => {
  const { t } = useTranslation('credentials');
  const nameFor = (id: string): string => {
    const contact = contacts.find((one) => one.id === id);
    return contact ? nameOf(contact, t) : t('contacts:nameless');
  };
  return (
    <Stack gap="md" maw={640}>
      <Title order={2}>{t('send.sentMany', { count: result.sent.length })}</Title>
      {result.sent.length <= WATCHED ? (
        <Stack gap="xs">
          {result.sent.map(({ contactId, to }) => (
            <Sent key={contactId} contactId={contactId} to={to} />
          ))}
        </Stack>
      ) : null}
      <Text fw={500}>{t('send.skipped', { count: result.skipped.length })}</Text>
      <List>
        {result.skipped.map(({ contactId, code }) => (
          <List.Item key={contactId}>
            {nameFor(contactId)}: {t(`warning.${code}`)}
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('done')}</Button>
      </Group>
    </Stack>
  );
};

const Sent = ({ contactId, to }: { contactId: string; to: string }) => {
  const { t } = useTranslation('credentials');
  const { data } = useContact(contactId);
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>
        {data ? nameOf(data, t) : ''}{' '}
        <Text span c="dimmed">
          {to}
        </Text>
      </span>
      {data ? <AccessBadge contact={data} /> : null}
    </Group>
  );
};
