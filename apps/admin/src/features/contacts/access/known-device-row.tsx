import { Button, Text } from '@mantine/core';
import type { KnownDevice } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { browserOf } from '../../../lib/browser-name';
import { endKnownDevice, usePeopleAct } from '../../../shared/people/people.api';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { useToasts } from '../../../ui/toasts';
import classes from './access.module.css';

interface KnownDeviceRowProps {
  contactId: string;
  device: KnownDevice;
}

/** Signed out, a browser stays known: the person gets in there while a stranger is guessing (D6). */
export const KnownDeviceRow = ({ contactId, device }: KnownDeviceRowProps) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const toast = useToasts();
  const can = useCan();
  const [isBusy, setBusy] = useState(false);
  const { browser, system } = browserOf(device.userAgent ?? '');
  const name = [browser, system].filter(Boolean).join(', ') || t('knownDevice.unknown');
  const end = (): void => {
    setBusy(true);
    act(() => endKnownDevice(contactId, device.id))
      .then(() => toast.done(t('knownDevice.ended', { name })), toast.failed)
      .finally(() => setBusy(false));
  };
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <Text>{name}</Text>
        <span className={classes.note}>
          {t('knownDevice.last')} <TimeAgo at={device.lastSeenAt} /> · {t('knownDevice.first')}{' '}
          <TimeAgo at={device.firstSeenAt} />
        </span>
      </div>
      <StateBadge tone={device.isSignedIn ? 'good' : 'quiet'}>
        {t(device.isSignedIn ? 'knownDevice.signedIn' : 'knownDevice.known')}
      </StateBadge>
      {can('credential:set') ? (
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          aria-label={t('knownDevice.endNamed', { name })}
          onClick={end}
        >
          {t('knownDevice.end')}
        </Button>
      ) : null}
    </div>
  );
};
