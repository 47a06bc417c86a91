import { NativeSelect, NumberInput, PasswordInput, SimpleGrid, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { MailValues, Secure } from './mail-values';

const SECURE = ['starttls', 'tls', 'none'] as const satisfies readonly Secure[];

type Listening = Pick<MailValues, 'secure' | 'port'>;

/** Of any form that has these fields among others. */
interface ServerForm {
  values: Listening;
  setValues(values: Listening): void;
  getInputProps(name: 'host' | 'port' | 'user' | 'password'): GetInputPropsReturnType;
}

interface ServerFieldsProps {
  /** What the field of the server's name is called, and an example of one. */
  host: { label: string; example: string };
  /** Where such servers usually listen. */
  usualPorts: Readonly<Record<Secure, number>>;
  form: ServerForm;
  passwordIsSet: boolean;
  isPasswordOff?: boolean;
}

/** Where a server is and how we sign in there: for mail that leaves, and for the mailbox that returned messages arrive in. */
export const ServerFields = (props: ServerFieldsProps) => {
  const { host, usualPorts, form, passwordIsSet, isPasswordOff = false } = props;
  const { values } = form;
  const { t } = useTranslation('settings');
  const choose = (value: string): void => {
    const secure = SECURE.find((one) => one === value) ?? values.secure;
    // The port follows as long as it is the usual one.
    const isUsual = Number(values.port) === usualPorts[values.secure];
    form.setValues({ secure, port: isUsual ? usualPorts[secure] : values.port });
  };
  return (
    <>
      <TextInput
        label={host.label}
        placeholder={host.example}
        maxLength={253}
        spellCheck={false}
        {...form.getInputProps('host')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NativeSelect
          label={t('mail.secure')}
          data={SECURE.map((value) => ({ value, label: t(`mail.secureAs.${value}`) }))}
          value={values.secure}
          onChange={(event) => choose(event.currentTarget.value)}
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
        disabled={isPasswordOff}
        {...form.getInputProps('password')}
      />
    </>
  );
};
