import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { nameOf } from '../../../shared/people/contact-words';
import { clearEmailTroubles, usePeopleAct } from '../../../shared/people/people.api';
import { useToasts } from '../../../ui/toasts';

/** Mail to this person came back or was reported: what the mail server said, and the two ways on (S4.11). */
export const EmailTroubles = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation('contacts');
  if (contact.emailTroubles.length === 0) return null;
  return (
    <Alert color="red" variant="light" title={t('emailTrouble.title')}>
      <Stack gap="sm">
        {contact.emailTroubles.map((trouble) => (
          <Trouble key={trouble.address} trouble={trouble} />
        ))}
        {contact.allowedActions.includes('edit') ? <WaysOn contact={contact} /> : null}
      </Stack>
    </Alert>
  );
};

const Trouble = ({ trouble }: { trouble: Contact['emailTroubles'][number] }) => {
  const { t } = useTranslation('contacts');
  const { date } = useFormat();
  const can = useCan();
  const { address, kind, detail, at, notificationId } = trouble;
  return (
    <div>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t(`emailTrouble.story.${kind}`, { address, at: date(at) })}
      </Text>
      <Text size="sm" fw={500} translate="no" style={{ overflowWrap: 'anywhere' }}>
        {detail}
      </Text>
      {notificationId && can('notification:read') ? (
        <Anchor component={Link} to={`/outbox?open=${notificationId}`} size="sm">
          {t('delivery.inOutbox')}
        </Anchor>
      ) : null}
    </div>
  );
};

const WaysOn = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const toast = useToasts();
  const [isBusy, setBusy] = useState(false);
  const clear = (): void => {
    setBusy(true);
    act(() => clearEmailTroubles(contact.id))
      .then(() => toast.done(t('emailTrouble.cleared', { name: nameOf(contact, t) })), toast.failed)
      .finally(() => setBusy(false));
  };
  return (
    <Group gap="xs">
      <Button size="xs" component={Link} to={`/contacts/${contact.id}/edit`}>
        {t('emailTrouble.correct')}
      </Button>
      <Button size="xs" variant="default" loading={isBusy} onClick={clear}>
        {t('emailTrouble.clear')}
      </Button>
    </Group>
  );
};
