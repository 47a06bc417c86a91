import { Button, Text } from '@mantine/core';
import type { Contact, ContactAccess } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { nameOf } from '../../../shared/people/contact-words';
import { endSessions, usePeopleAct } from '../../../shared/people/people.api';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { TimeAgo } from '../../../ui/time-ago';
import { useToasts } from '../../../ui/toasts';
import { Section } from './section';

/** Where the person is signed in now; ending counts for every company of the login. */
export const Sessions = ({ contact, access }: { contact: Contact; access: ContactAccess }) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const toast = useToasts();
  const can = useCan();
  const [isAsking, setAsking] = useState(false);
  const { count, lastSeenAt } = access.sessions;
  const end = async (): Promise<void> => {
    const { ended } = await act(() => endSessions(contact.id));
    toast.done(t('done.sessionsEnded', { count: ended }));
  };
  const button =
    count > 0 && can('credential:set') ? (
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('session.end')}
      </Button>
    ) : null;

  return (
    <Section title={t('section.sessions')} actions={button}>
      {count === 0 ? (
        <Text c="dimmed">{t('session.none')}</Text>
      ) : (
        <Text>
          {t('session.open', { count })}
          {lastSeenAt ? (
            <>
              {' · '}
              {t('session.lastSeen')} <TimeAgo at={lastSeenAt} />
            </>
          ) : null}
        </Text>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={end}
        title={t('session.endTitle', { name: nameOf(contact, t) })}
        confirmLabel={t('session.end')}
        isDangerous
      >
        <Text>{t('session.endText', { count: access.companies.length })}</Text>
      </ConfirmDialog>
    </Section>
  );
};
