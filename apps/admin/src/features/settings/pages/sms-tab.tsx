import { Alert, Divider, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { SettingsForm } from '../settings-form';
import { Carriers } from '../sms/carriers';
import { LimitFields, SmsSpent } from '../sms/limit-fields';
import { ProviderFields } from '../sms/provider-fields';
import { SmsStops } from '../sms/sms-stops';
import { SmsTest } from '../sms/sms-test';
import { useSmsUsage } from '../sms/sms.api';
import { readSms, writeSms, type SmsValues } from '../sms/sms-values';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm } from '../use-settings-form';

const NAMES = [
  'provider',
  'sender',
  'countries',
  'dailyParts',
  'verifiedOnly',
  'tellsSecurity',
  'pricePerPart',
  'currency',
  'gatewayCarrierId',
  'httpUrl',
  'httpMethod',
  'httpHeaders',
  'httpBody',
  'twilioAccount',
  'secret',
] as const;

/** How SMS leave the house, what they may cost, and whether the provider takes them (S2.14 to S2.16, D9). */
export const SmsTab = () => {
  const { t } = useTranslation('settings');
  const settings = useLoadedSettings();
  const mayWrite = useCan()('settings:write');
  const usage = useSmsUsage(settings.version).data;
  const withoutProvider = usage?.withoutProvider === 'outbox' ? 'sms.doneOutbox' : 'sms.doneNone';
  const state = useSettingsForm<SmsValues>(settings, {
    read: readSms,
    write: writeSms,
    prefix: '/sms',
    done: ({ sms }) => t(sms.provider === 'none' ? withoutProvider : 'sms.done'),
  });
  return (
    <Stack gap="lg">
      <SmsStops />
      <SettingsForm state={state} labels={Object.fromEntries(NAMES.map((name) => [name, t(`sms.${name}`)]))}>
        <Title order={2}>{t('sms.title')}</Title>
        <ProviderFields
          state={state}
          secretIsSet={settings.sms.secretIsSet}
          isTest={usage?.withoutProvider === 'outbox'}
        />
        {state.form.values.provider === 'gateway' ? (
          <Alert color="yellow" variant="light">
            {t('sms.gatewayWarning')}
          </Alert>
        ) : null}
        <LimitFields state={state} />
        <SmsSpent settings={settings} />
      </SettingsForm>
      {mayWrite && (usage?.mode === 'outbox' || settings.sms.provider !== 'none') ? (
        <>
          <Divider maw={560} />
          <SmsTest isDirty={state.isDirty} version={settings.version} toOutbox={usage?.mode === 'outbox'} />
        </>
      ) : null}
      {state.form.values.provider === 'gateway' ? (
        <>
          <Divider maw={720} />
          <Carriers />
        </>
      ) : null}
    </Stack>
  );
};
