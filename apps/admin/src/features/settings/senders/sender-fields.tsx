import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { SenderValues } from './sender-values';

export interface SenderFieldsProps {
  form: UseFormReturnType<SenderValues>;
}

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
