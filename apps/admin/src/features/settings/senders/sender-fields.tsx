import { NativeSelect, NumberInput, PasswordInput, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PORTS, type Secure } from '../mail-values';
import type { SenderValues } from './sender-values';

export interface SenderFieldsProps {
  form: UseFormReturnType<SenderValues>;
}

const SECURE = ['starttls', 'tls', 'none'] as const satisfies readonly Secure[];

export const ServerFields = ({ form, passwordIsSet }: SenderFieldsProps & { passwordIsSet: boolean }) => {
  const { t } = useTranslation('settings');
  const secure = (value: string): void => {
    const next = SECURE.find((one) => one === value) ?? 'starttls';
    if (Number(form.values.port) === PORTS[form.values.secure]) form.setFieldValue('port', PORTS[next]);
    form.setFieldValue('secure', next);
  };
  return (
    <>
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
        {...form.getInputProps('password')}
      />
    </>
  );
};

export const FromFields = ({ form }: SenderFieldsProps) => {
  const { t } = useTranslation('settings');
  return (
    <>
      <TextInput label={t('mail.fromName')} maxLength={100} {...form.getInputProps('fromName')} />
      <TextInput label={t('mail.fromAddress')} type="email" maxLength={254} {...form.getInputProps('fromAddress')} />
      <TextInput
        label={t('mail.replyTo')}
        description={t('senders:asUsual')}
        type="email"
        maxLength={254}
        {...form.getInputProps('replyTo')}
      />
      <Textarea
        label={t('mail.footer')}
        description={t('senders:asUsual')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('footer')}
      />
    </>
  );
};
