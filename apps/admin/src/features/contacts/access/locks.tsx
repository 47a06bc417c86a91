import { Alert, Button, Group, Text } from '@mantine/core';
import type { Contact, ContactAccess } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import type { PeopleDialogs } from '../../../shared/people/people-dialogs';

interface LocksProps {
  contact: Contact;
  locks: ContactAccess['locks'];
  dialogs: PeopleDialogs;
}

const MINUTE_S = 60;

/** After too many wrong tries the person waits; staff see it and can lift it (D6). */
export const Locks = ({ contact, locks, dialogs }: LocksProps) => {
  const { t } = useTranslation('contacts');
  const waiting = locks.filter((lock) => lock.isPaused || lock.waitSeconds > 0);
  if (waiting.length === 0) return null;
  return (
    <Alert color="red" variant="light" title={t('lock.title')}>
      <Group justify="space-between" gap="xs">
        <div>
          {waiting.map((lock) => (
            <Text key={lock.kind} size="sm">
              {lock.isPaused
                ? t(`lock.paused.${lock.kind}`)
                : t(`lock.waits.${lock.kind}`, { count: Math.ceil(lock.waitSeconds / MINUTE_S), tries: lock.used })}
            </Text>
          ))}
        </div>
        {contact.allowedActions.includes('lift_lock') ? (
          <Button size="xs" onClick={() => dialogs.open({ kind: 'lift', contact })}>
            {t('action.liftLock')}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
};
