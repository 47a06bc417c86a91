import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { PhoneValue } from './phone-values';
import { PhonesField } from './phones-field';

interface ReachValues {
  email: string;
  phones: PhoneValue[];
}

/** The ways to reach a customer or a contact. */
export const ReachFields = <Values extends ReachValues>(props: { form: UseFormReturnType<Values>; help: string }) => {
  const { t } = useTranslation('contacts');
  const form = props.form as unknown as UseFormReturnType<ReachValues>;
  return (
    <>
      <TextInput
        label={t('field.email')}
        type="email"
        maxLength={254}
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      <PhonesField
        values={form.values.phones}
        onChange={(phones) => form.setFieldValue('phones', phones)}
        errors={form.errors}
        help={props.help}
      />
    </>
  );
};
