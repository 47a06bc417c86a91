import { Button, Skeleton, Text } from '@mantine/core';
import type { Contact, ContactAccess } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { nameOf } from '../../../shared/people/contact-words';
import { endSessions, useKnownDevices, usePeopleAct } from '../../../shared/people/people.api';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { FailedState } from '../../../ui/failed-state';
import { useToasts } from '../../../ui/toasts';
import classes from './access.module.css';
import { KnownDeviceRow } from './known-device-row';
import { Section } from './section';

/** Where the person is signed in and which devices are known; ending counts for every company of the login. */
export const Sessions = ({ contact, access }: { contact: Contact; access: ContactAccess }) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const toast = useToasts();
  const can = useCan();
  const [isAsking, setAsking] = useState(false);
  const devices = useKnownDevices(contact.id, access.identityId !== null);
  const end = async (): Promise<void> => {
    const { ended } = await act(() => endSessions(contact.id));
    toast.done(t('done.sessionsEnded', { count: ended }));
  };
  const button =
    devices.data && devices.data.items.length > 0 && can('credential:set') ? (
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('session.end')}
      </Button>
    ) : null;

  return (
    <Section title={t('section.sessions')} actions={button}>
      {access.identityId ? (
        <KnownDevices contactId={contact.id} devices={devices} />
      ) : (
        <Text c="dimmed">{t('session.none')}</Text>
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

interface KnownDevicesProps {
  contactId: string;
  devices: ReturnType<typeof useKnownDevices>;
}

const KnownDevices = ({ contactId, devices }: KnownDevicesProps) => {
  const { t } = useTranslation('contacts');
  if (devices.isPending) return <Skeleton height={60} />;
  if (devices.error) return <FailedState error={devices.error} onRetry={() => void devices.refetch()} isCompact />;
  const { items } = devices.data;
  if (items.length === 0) return <Text c="dimmed">{t('session.none')}</Text>;
  return (
    <div className={classes.rows}>
      {items.map((device) => (
        <KnownDeviceRow key={device.id} contactId={contactId} device={device} />
      ))}
    </div>
  );
};
