import { NumberInput, Switch, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../settings.api';
import { SettingsForm } from '../settings-form';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm } from '../use-settings-form';

const FIELDS = [
  { name: 'length', min: 4, max: 8 },
  { name: 'readableDays', min: 0, max: 30 },
  { name: 'adviceMonths', min: 0, max: 60 },
  { name: 'staffIdleMinutes', min: 5, max: 720 },
  { name: 'staffHours', min: 1, max: 24 },
  { name: 'contactIdleDays', min: 1, max: 30 },
  { name: 'contactDays', min: 1, max: 90 },
] as const;

type Name = (typeof FIELDS)[number]['name'];
type SignInValues = Record<Name, number | string> & { secondFactorRequired: boolean };

const read = ({ pins, sessions, staff }: Settings): SignInValues => ({ ...pins, ...sessions, ...staff });

const write = (values: SignInValues) => ({
  pins: {
    length: Number(values.length),
    readableDays: Number(values.readableDays),
    adviceMonths: Number(values.adviceMonths),
  },
  sessions: {
    staffIdleMinutes: Number(values.staffIdleMinutes),
    staffHours: Number(values.staffHours),
    contactIdleDays: Number(values.contactIdleDays),
    contactDays: Number(values.contactDays),
  },
  staff: { secondFactorRequired: values.secondFactorRequired },
});

export const SignInTab = () => {
  const { t } = useTranslation('settings');
  const validate = (values: SignInValues): Record<string, string> =>
    Object.fromEntries(
      FIELDS.filter(({ name }) => values[name] === '').map(({ name }) => [name, t('problem:field.required')]),
    );
  const state = useSettingsForm<SignInValues>(useLoadedSettings(), {
    read,
    write,
    validate,
    prefix: '/pins',
    done: ({ pins }) => t('signIn.done', { count: pins.length }),
  });
  const input = ({ name, min, max }: (typeof FIELDS)[number]) => (
    <NumberInput
      key={name}
      label={t(`signIn.${name}`)}
      description={t(`signIn.${name}Hint`, { min, max })}
      min={min}
      max={max}
      allowDecimal={false}
      maw={360}
      {...state.form.getInputProps(name)}
    />
  );
  const labels = {
    ...Object.fromEntries(FIELDS.map(({ name }) => [name, t(`signIn.${name}`)])),
    secondFactorRequired: t('signIn.secondFactorRequired'),
  };
  return (
    <SettingsForm state={state} labels={labels}>
      <Title order={2}>{t('signIn.pins')}</Title>
      {FIELDS.slice(0, 3).map(input)}
      <Title order={2} mt="xs">
        {t('signIn.sessions')}
      </Title>
      {FIELDS.slice(3).map(input)}
      <Title order={2} mt="xs">
        {t('signIn.secondStep')}
      </Title>
      <Switch
        label={t('signIn.secondFactorRequired')}
        description={t('signIn.secondFactorRequiredHint')}
        {...state.form.getInputProps('secondFactorRequired', { type: 'checkbox' })}
      />
    </SettingsForm>
  );
};
