import { Checkbox, Divider, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PORTS, readMail, writeMail, type MailValues } from '../mail-values';
import { MailTest } from '../mail-test';
import { FurtherSenders } from '../senders/further-senders';
import { ServerFields } from '../server-fields';
import { testMail } from '../settings.api';
import { SettingsForm } from '../settings-form';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm, type SettingsFormState } from '../use-settings-form';

const NAMES = ['host', 'port', 'secure', 'user', 'password', 'fromName', 'fromAddress', 'replyTo', 'footer'] as const;

export const MailTab = () => {
  const { t } = useTranslation('settings');
  const settings = useLoadedSettings();
  const state = useSettingsForm<MailValues>(settings, {
    read: readMail,
    write: writeMail,
    prefix: '/mail',
    done: ({ mail }) => (mail.host === '' ? t('mail.doneNone') : t('mail.done', { host: mail.host })),
  });
  return (
    <Stack gap="lg">
      <SettingsForm state={state} labels={Object.fromEntries(NAMES.map((name) => [name, t(`mail.${name}`)]))}>
        <ServerPart state={state} passwordIsSet={settings.mail.passwordIsSet} />
        <SenderFields state={state} />
      </SettingsForm>
      <Divider maw={560} />
      <MailTest isDirty={state.isDirty} send={testMail} />
      <Divider maw={560} />
      <FurtherSenders />
    </Stack>
  );
};

interface FieldsProps {
  state: SettingsFormState<MailValues>;
}

const ServerPart = ({ state: { form }, passwordIsSet }: FieldsProps & { passwordIsSet: boolean }) => {
  const { t } = useTranslation('settings');
  return (
    <>
      <Title order={2}>{t('mail.server')}</Title>
      <ServerFields
        host={{ label: t('mail.host'), example: 'smtp.example.com' }}
        usualPorts={PORTS}
        form={form}
        passwordIsSet={passwordIsSet}
        isPasswordOff={form.values.clearsPassword}
      />
      {passwordIsSet ? (
        <Checkbox label={t('mail.clearPassword')} {...form.getInputProps('clearsPassword', { type: 'checkbox' })} />
      ) : null}
    </>
  );
};

const SenderFields = ({ state: { form } }: FieldsProps) => {
  const { t } = useTranslation('settings');
  return (
    <>
      <Title order={2} mt="xs">
        {t('mail.sender')}
      </Title>
      <TextInput
        label={t('mail.fromName')}
        description={t('mail.fromNameHint')}
        maxLength={100}
        {...form.getInputProps('fromName')}
      />
      <TextInput
        label={t('mail.fromAddress')}
        type="email"
        placeholder="portal@example.com"
        maxLength={254}
        {...form.getInputProps('fromAddress')}
      />
      <TextInput
        label={t('mail.replyTo')}
        description={t('mail.replyToHint')}
        type="email"
        maxLength={254}
        {...form.getInputProps('replyTo')}
      />
      <Textarea
        label={t('mail.footer')}
        description={t('mail.footerHint')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('footer')}
      />
    </>
  );
};
