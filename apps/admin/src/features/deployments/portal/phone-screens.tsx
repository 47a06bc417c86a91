import { IconMapPin, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { deviceFileHref, useDevicePhoto } from '../devices.api';

import classes from '../../../ui/phone-screen.module.css';
import { PhoneMarkdown } from './phone-markdown';
import type { Screen } from './visit-words';

/** The first thing after a scan: it tells nothing before the PIN. */
export const PinScreen = ({ words }: Screen) => (
  <>
    <div>
      <p className={classes.title}>{words('pin.title')}</p>
      <p className={classes.quiet}>{words('pin.text')}</p>
    </div>
    <div>
      <p className={classes.label}>{words('pin.label')}</p>
      <div className={classes.boxes}>
        {[0, 1, 2, 3].map((box) => (
          <span key={box} className={classes.box} />
        ))}
      </div>
    </div>
    <span className={classes.primary}>{words('pin.go')}</span>
    <p className={classes.small}>{words('pin.never')}</p>
  </>
);

/** "This is the machine", with the texts of this portal. */
export const MachineScreen = (screen: Screen) => {
  const { words, values, texts } = screen;
  return (
    <>
      <p className={classes.title}>{words('machine.title')}</p>
      <DeviceCard {...screen} />
      {texts.welcome ? <PhoneMarkdown source={texts.welcome} /> : null}
      <span className={classes.primary}>
        <IconPlus size={20} aria-hidden /> {words('machine.report')}
      </span>
      {values.showsOpenCases ? <KnownCase {...screen} /> : null}
      {texts.instructions ? <TextCard title={words('machine.instructions')} source={texts.instructions} /> : null}
      {texts.contact ? <TextCard title={words('machine.contact')} source={texts.contact} /> : null}
      <p className={classes.quiet}>
        {words('machine.other')} <span className={classes.plain}>{words('machine.leave')}</span>
      </p>
    </>
  );
};

const DeviceCard = ({ words, deployment, device }: Screen) => {
  const { t } = useTranslation('deployment-portal');
  const photo = useDevicePhoto(device?.id);
  const name = device?.name ?? t('preview.deviceName');
  const place = device ? device.position : t('preview.devicePosition');
  return (
    <div className={classes.card}>
      {photo ? (
        <img src={deviceFileHref(photo)} alt={words('machine.photo', { name })} className={classes.photo} />
      ) : null}
      <div className={classes.cardBody}>
        <p className={classes.heading}>{name}</p>
        {device?.model ? <p className={classes.quiet}>{device.model}</p> : null}
        <p className={classes.place}>
          <IconMapPin size={20} aria-hidden /> {[place, deployment].filter(Boolean).join(' · ')}
        </p>
      </div>
    </div>
  );
};

/** How an open case would stand there: its kind, number and status, nothing of the person (D4.6). */
const KnownCase = ({ words }: Screen) => (
  <div>
    <p className={classes.heading}>{words('known.title')}</p>
    <p className={classes.small}>{words('known.text')}</p>
    <div className={classes.card}>
      <div className={classes.cardBody}>
        <p className={classes.between}>
          <strong>{words('known.unnamed')}</strong> <span>{words('status.open')}</span>
        </p>
        <span className={classes.secondary}>{words('known.follow')}</span>
      </div>
    </div>
  </div>
);

const TextCard = ({ title, source }: { title: string; source: string }) => (
  <div className={classes.card}>
    <div className={classes.cardBody}>
      <p className={classes.heading}>{title}</p>
      <PhoneMarkdown source={source} />
    </div>
  </div>
);
