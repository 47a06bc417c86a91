import { NumberInput, Switch, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../settings.api';
import { SettingsForm } from '../settings-form';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm } from '../use-settings-form';

type InvitationValues = {
  days: number | string;
  withoutPassword: boolean;
  askFirst: boolean;
  perMinute: number | string;
  colleagueCap: number | string;
};

const read = ({ invitations }: Settings): InvitationValues => ({ ...invitations });
const write = ({ days, perMinute, colleagueCap, ...switches }: InvitationValues) => ({
  invitations: {
    ...switches,
    days: Number(days),
    perMinute: Number(perMinute),
    colleagueCap: Number(colleagueCap),
  },
});

const NUMBERS = ['days', 'perMinute', 'colleagueCap'] as const;

/** How long invitations work, and what they may end with (REC-12, C1). */
export const InvitationsTab = () => {
  const { t } = useTranslation('settings');
  const state = useSettingsForm<InvitationValues>(useLoadedSettings(), {
    read,
    write,
    validate: (values): Record<string, string> =>
      Object.fromEntries(
        NUMBERS.filter((name) => values[name] === '').map((name) => [name, t('problem:field.required')]),
      ),
    prefix: '/invitations',
    done: ({ invitations }) => t('invitations.done', { count: invitations.days }),
  });
  const { form } = state;
  const labels = {
    days: t('invitations.days'),
    withoutPassword: t('invitations.withoutPassword'),
    askFirst: t('invitations.askFirst'),
    perMinute: t('invitations.perMinute'),
    colleagueCap: t('invitations.colleagueCap'),
  };
  return (
    <SettingsForm state={state} labels={labels}>
      <Title order={2}>{t('invitations.title')}</Title>
      <NumberInput
        label={labels.days}
        description={t('invitations.daysHint')}
        min={1}
        max={60}
        allowDecimal={false}
        maw={360}
        {...form.getInputProps('days')}
      />
      <Switch
        label={labels.withoutPassword}
        description={t('invitations.withoutPasswordHint')}
        {...form.getInputProps('withoutPassword', { type: 'checkbox' })}
      />
      <Switch
        label={labels.askFirst}
        description={t('invitations.askFirstHint')}
        {...form.getInputProps('askFirst', { type: 'checkbox' })}
      />
      <NumberInput
        label={labels.perMinute}
        description={t('invitations.perMinuteHint')}
        min={1}
        max={100_000}
        allowDecimal={false}
        maw={360}
        {...form.getInputProps('perMinute')}
      />
      <NumberInput
        label={labels.colleagueCap}
        description={t('invitations.colleagueCapHint')}
        min={0}
        max={1_000}
        allowDecimal={false}
        maw={360}
        {...form.getInputProps('colleagueCap')}
      />
    </SettingsForm>
  );
};
