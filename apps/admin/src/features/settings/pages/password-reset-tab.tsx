import { Anchor, Radio, Stack, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { WithoutReset } from '../../../shared/resets/without-reset';
import type { Settings } from '../settings.api';
import { SettingsForm } from '../settings-form';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm } from '../use-settings-form';

const MODES = ['link', 'temporary'] as const;
type ResetValues = Settings['passwordReset'];

const read = ({ passwordReset }: Settings): ResetValues => ({ ...passwordReset });
const write = ({ enabled, mode, bySms }: ResetValues) => ({ passwordReset: { enabled, mode, bySms } });
const doneKey = ({ passwordReset: { enabled, mode } }: Settings): string => {
  if (!enabled) return 'passwordReset.doneOff';
  return mode === 'link' ? 'passwordReset.doneLink' : 'passwordReset.doneTemporary';
};

/** Whether people get a new password by themselves, and how (S2.2, S2.6). */
export const PasswordResetTab = () => {
  const { t } = useTranslation('settings');
  const can = useCan();
  const state = useSettingsForm<ResetValues>(useLoadedSettings(), {
    read,
    write,
    prefix: '/passwordReset',
    done: (settings) => t(doneKey(settings)),
  });
  const { form } = state;
  return (
    <SettingsForm
      state={state}
      labels={{
        enabled: t('passwordReset.enabled'),
        mode: t('passwordReset.mode'),
        bySms: t('passwordReset.bySms'),
      }}
    >
      <Title order={2}>{t('passwordReset.title')}</Title>
      <Switch
        label={t('passwordReset.enabled')}
        description={t('passwordReset.enabledHint')}
        {...form.getInputProps('enabled', { type: 'checkbox' })}
      />
      <Radio.Group label={t('passwordReset.mode')} {...form.getInputProps('mode')}>
        <Stack gap="sm" mt="xs">
          {MODES.map((mode) => (
            <Radio
              key={mode}
              value={mode}
              label={t(`passwordReset.${mode}`)}
              description={t(`passwordReset.${mode}Hint`)}
              disabled={!form.values.enabled}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Switch
        label={t('passwordReset.bySms')}
        description={t('passwordReset.bySmsHint')}
        disabled={!form.values.enabled}
        {...form.getInputProps('bySms', { type: 'checkbox' })}
      />
      <Text size="sm" c="dimmed">
        {t('passwordReset.old')}
      </Text>
      <WithoutReset />
      {can('contact:read') ? (
        <Anchor component={Link} to="/outbox/password-requests" size="sm">
          {t('passwordReset.log')}
        </Anchor>
      ) : null}
    </SettingsForm>
  );
};
