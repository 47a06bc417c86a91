import { Alert, Button, Group, Text } from '@mantine/core';
import type { Contact, ContactAccess } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../../shared/people/contact-words';
import { liftLock, usePeopleAct } from '../../../shared/people/people.api';
import { useToasts } from '../../../ui/toasts';

interface LocksProps {
  contact: Contact;
  locks: ContactAccess['locks'];
}

const MINUTE_S = 60;

/** After too many wrong tries the person waits; staff see it and can lift it (D6). */
export const Locks = ({ contact, locks }: LocksProps) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const toast = useToasts();
  const [isBusy, setBusy] = useState(false);
  const waiting = locks.filter((lock) => lock.isPaused || lock.waitSeconds > 0);
  if (waiting.length === 0) return null;

  const lift = (): void => {
    setBusy(true);
    act(() => liftLock(contact.id))
      .then(() => toast.done(t('done.lockLifted', { name: nameOf(contact, t) })), toast.failed)
      .finally(() => setBusy(false));
  };
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
          <Button size="xs" loading={isBusy} onClick={lift}>
            {t('action.liftLock')}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
};
