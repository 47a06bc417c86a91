import {
  Checkbox,
  Divider,
  NativeSelect,
  NumberInput,
  PasswordInput,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PORTS, readMail, writeMail, type MailValues, type Secure } from '../mail-values';
import { MailTest } from '../mail-test';
import { FurtherSenders } from '../senders/further-senders';
import { testMail } from '../settings.api';
import { SettingsForm } from '../settings-form';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm, type SettingsFormState } from '../use-settings-form';

const SECURE = ['starttls', 'tls', 'none'] as const satisfies readonly Secure[];
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
        <ServerFields state={state} passwordIsSet={settings.mail.passwordIsSet} />
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

const ServerFields = ({ state: { form }, passwordIsSet }: FieldsProps & { passwordIsSet: boolean }) => {
  const { t } = useTranslation('settings');
  const secure = (value: string): void => {
    const next = SECURE.find((one) => one === value) ?? 'starttls';
    // The port follows as long as it is the usual one.
    if (Number(form.values.port) === PORTS[form.values.secure]) form.setFieldValue('port', PORTS[next]);
    form.setFieldValue('secure', next);
  };
  return (
    <>
      <Title order={2}>{t('mail.server')}</Title>
      <TextInput
        label={t('mail.host')}
        placeholder="smtp.example.com"
        maxLength={253}
        spellCheck={false}
        {...form.getInputProps('host')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NativeSelect
          label={t('mail.secure')}
          data={SECURE.map((value) => ({ value, label: t(`mail.secureAs.${value}`) }))}
          value={form.values.secure}
          onChange={(event) => secure(event.currentTarget.value)}
        />
        <NumberInput
          label={t('mail.port')}
          min={1}
          max={65535}
          allowDecimal={false}
          thousandSeparator=""
          {...form.getInputProps('port')}
        />
      </SimpleGrid>
      <TextInput
        label={t('mail.user')}
        maxLength={254}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('user')}
      />
      <PasswordInput
        label={t('mail.password')}
        description={t(passwordIsSet ? 'mail.passwordIsSet' : 'mail.passwordNone')}
        maxLength={500}
        autoComplete="new-password"
        disabled={form.values.clearsPassword}
        {...form.getInputProps('password')}
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
