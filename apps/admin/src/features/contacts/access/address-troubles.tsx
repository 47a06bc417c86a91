import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { nameOf } from '../../../shared/people/contact-words';
import { clearEmailTroubles, clearPhoneTroubles, usePeopleAct } from '../../../shared/people/people.api';
import { useToasts } from '../../../ui/toasts';

/** What does not reach this person, in the words of the mail server or SMS provider, and the two ways on (S4.11). */
export const AddressTroubles = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation('contacts');
  const { date, phone: readable } = useFormat();
  const mails = contact.emailTroubles.map(({ address, kind, at, ...trouble }) => ({
    ...trouble,
    story: t(`emailTrouble.story.${kind}`, { address, at: date(at) }),
  }));
  const texts = contact.phoneTroubles.map(({ phone, at, ...trouble }) => ({
    ...trouble,
    story: t('phoneTrouble.story', { phone: readable(phone), at: date(at) }),
  }));
  return (
    <>
      <Troubles contact={contact} words="emailTrouble" troubles={mails} onClear={clearEmailTroubles} />
      <Troubles contact={contact} words="phoneTrouble" troubles={texts} onClear={clearPhoneTroubles} />
    </>
  );
};

interface Told {
  story: string;
  detail: string;
  notificationId: string | null;
}

interface TroublesProps {
  contact: Contact;
  words: 'emailTrouble' | 'phoneTrouble';
  troubles: readonly Told[];
  onClear: (contactId: string) => Promise<unknown>;
}

const Troubles = (props: TroublesProps) => {
  const { t } = useTranslation('contacts');
  const { contact, words, troubles } = props;
  if (troubles.length === 0) return null;
  return (
    <Alert color="red" variant="light" title={t(`${words}.title`)}>
      <Stack gap="sm">
        {troubles.map((trouble) => (
          <Trouble key={trouble.story} trouble={trouble} />
        ))}
        {contact.allowedActions.includes('edit') ? <WaysOn {...props} /> : null}
      </Stack>
    </Alert>
  );
};

const Trouble = ({ trouble: { story, detail, notificationId } }: { trouble: Told }) => {
  const { t } = useTranslation('contacts');
  const can = useCan();
  return (
    <div>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {story}
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

const WaysOn = ({ contact, words, onClear }: TroublesProps) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const toast = useToasts();
  const [isBusy, setBusy] = useState(false);
  const clear = (): void => {
    setBusy(true);
    act(() => onClear(contact.id))
      .then(() => toast.done(t(`${words}.cleared`, { name: nameOf(contact, t) })), toast.failed)
      .finally(() => setBusy(false));
  };
  return (
    <Group gap="xs">
      <Button size="xs" component={Link} to={`/contacts/${contact.id}/edit`}>
        {t(`${words}.correct`)}
      </Button>
      <Button size="xs" variant="default" loading={isBusy} onClick={clear}>
        {t(`${words}.clear`)}
      </Button>
    </Group>
  );
};
