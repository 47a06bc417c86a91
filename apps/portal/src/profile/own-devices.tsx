import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Dialog } from '../ui/dialog';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { StateBadge } from '../ui/state-badge';
import { TimeAgo } from '../ui/time-ago';

export interface OwnDevice {
  id: string;
  isCurrent: boolean;
  /** Else it is only known from before. */
  isSignedIn: boolean;
  browser?: string | undefined;
  system?: string | undefined;
  lastActiveAt: string;
}

export interface OwnDevicesProps {
  devices: readonly OwnDevice[];
  failure?: Failure | undefined;
  onEnd: (id: string) => void;
  onEndOthers: () => void;
}

export function OwnDevices({ devices, failure, onEnd, onEndOthers }: OwnDevicesProps) {
  const t = useT('profile');
  const others = devices.filter((device) => !device.isCurrent).length;
  return (
    <Card title={t('devices')}>
      {failure && <FailedState failure={failure} />}
      <ul className="divide-y divide-line">
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} onEnd={() => onEnd(device.id)} />
        ))}
      </ul>
      {others === 0 ? (
        <p className="text-quiet">{t('onlyThis')}</p>
      ) : (
        <EndOthers count={others} onConfirm={onEndOthers} />
      )}
    </Card>
  );
}

function DeviceRow({ device, onEnd }: { device: OwnDevice; onEnd: () => void }) {
  const t = useT('profile');
  const isNamed = device.browser && device.system;
  const name = isNamed
    ? t('device', { browser: device.browser ?? '', system: device.system ?? '' })
    : t('unknownDevice');
  return (
    <li className="flex flex-wrap items-center gap-3 py-3 first:pt-0">
      <Icon name="device" className="text-quiet" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{name}</p>
        <p className="text-[0.9375rem] text-quiet">
          {device.isSignedIn ? null : `${t('signedOut')} · `}
          <TimeAgo at={device.lastActiveAt} />
        </p>
      </div>
      {device.isCurrent ? (
        <StateBadge tone="good" icon="check">
          {t('thisDevice')}
        </StateBadge>
      ) : (
        <Button aria-label={t(device.isSignedIn ? 'endNamed' : 'forgetNamed', { device: name })} onClick={onEnd}>
          {t(device.isSignedIn ? 'end' : 'forget')}
        </Button>
      )}
    </li>
  );
}

function EndOthers({ count, onConfirm }: { count: number; onConfirm: () => void }) {
  const t = useT('profile');
  const app = useT('app');
  const [isOpen, setIsOpen] = useState(false);
  const confirm = () => {
    setIsOpen(false);
    onConfirm();
  };
  const actions = (
    <>
      <Button onClick={() => setIsOpen(false)}>{app('cancel')}</Button>
      <Button look="danger" onClick={confirm}>
        {t('endOthers')}
      </Button>
    </>
  );
  return (
    <div>
      <Button onClick={() => setIsOpen(true)}>{t('endOthers')}</Button>
      <Dialog isOpen={isOpen} title={t('endOthersTitle')} onClose={() => setIsOpen(false)} actions={actions}>
        <p>{t('endOthersText', { count })}</p>
      </Dialog>
    </div>
  );
}
