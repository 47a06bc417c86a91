import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { countryOptions } from './countries';

interface AddressValues {
  street: string;
  postalCode: string;
  city: string;
  country: string;
}

interface AddressFieldsProps<Values extends AddressValues> {
  form: UseFormReturnType<Values>;
  nameOf: (key: keyof AddressValues) => string;
}

/** Where a customer or a deployment is. */
export const AddressFields = <Values extends AddressValues>({ nameOf, ...props }: AddressFieldsProps<Values>) => {
  const { t, i18n } = useTranslation('contacts');
  const form = props.form as unknown as UseFormReturnType<AddressValues>;
  const text = (key: keyof AddressValues, maxLength: number) => ({
    label: nameOf(key),
    maxLength,
    autoComplete: 'off',
    ...form.getInputProps(key),
  });
  return (
    <>
      <TextInput {...text('street', 200)} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput {...text('postalCode', 20)} />
        <TextInput {...text('city', 100)} />
        <Select
          label={nameOf('country')}
          data={countryOptions(i18n.language)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('field.clearCountry') }}
          {...form.getInputProps('country')}
          value={form.values.country || null}
          onChange={(country) => form.setFieldValue('country', country ?? '')}
        />
      </SimpleGrid>
    </>
  );
};
