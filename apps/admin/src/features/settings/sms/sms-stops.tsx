import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { ReasonDialog } from '../../../ui/reason-dialog';
import { countryName } from '../countries';
import { useLiftSmsStop, useSmsStops, type SmsStop } from './sms.api';

/** Countries that no SMS go to since an alarm, why, and how it is lifted (D9). Nothing where all is well. */
export const SmsStops = () => {
  const { data } = useSmsStops();
  return data?.map((stop) => <StoppedCountry key={stop.id} stop={stop} />);
};

const StoppedCountry = ({ stop }: { stop: SmsStop }) => {
  const { t, i18n } = useTranslation('settings');
  const { exact } = useFormat();
  const mayLift = useCan()('settings:write');
  const [isOpen, setOpen] = useState(false);
  const country = countryName(stop.country, i18n.language);
  return (
    <Alert color="red" variant="light" title={t('sms.stopped.title', { country })} maw={720}>
      <Stack gap="sm" align="start">
        <Text size="sm">
          {t(`sms.stopped.${stop.cause}`, { sent: stop.sent, used: stop.used, at: exact(stop.stoppedAt) })}
        </Text>
        <Text size="sm">{t('sms.stopped.what')}</Text>
        {mayLift ? (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {t('sms.stopped.lift')}
          </Button>
        ) : null}
      </Stack>
      {isOpen ? <LiftDialog stop={stop} country={country} onClose={() => setOpen(false)} /> : null}
    </Alert>
  );
};

const LiftDialog = ({ stop, country, onClose }: { stop: SmsStop; country: string; onClose: () => void }) => {
  const { t } = useTranslation('settings');
  const lift = useLiftSmsStop();
  return (
    <ReasonDialog
      onClose={onClose}
      onConfirm={(reason) => lift(stop.id, reason)}
      done={t('sms.stopped.lifted', { country })}
      title={t('sms.stopped.liftTitle', { country })}
      text={t('sms.stopped.liftText')}
      label={t('sms.stopped.reason')}
      help={t('sms.stopped.reasonHelp')}
      confirmLabel={t('sms.stopped.lift')}
    />
  );
};
