import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { languageOptions } from '../../../shared/people/languages';
import { usePortalAddresses, useRightsProfiles } from '../customers.api';
import type { CustomerValues } from './customer-values';

type Form = UseFormReturnType<CustomerValues>;

const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Only where there is more than one: nobody else has to know of it. */
const PortalAddressField = ({ form }: { form: Form }) => {
  const { t } = useTranslation('customers');
  const { data } = usePortalAddresses();
  if (!data || data.items.length === 0) return null;
  return (
    <Select
      label={t('field.portalAddress')}
      description={t('field.portalAddressHelp')}
      inputWrapperOrder={BELOW}
      data={[
        { value: '', label: t('field.usualAddress', { address: data.usual }) },
        ...data.items.map(({ id, name, origin }) => ({ value: id, label: `${name}: ${origin}` })),
      ]}
      allowDeselect={false}
      {...form.getInputProps('portalAddressId')}
    />
  );
};

/** What a customer is called, and in which language we write to its people. */
export const MainFields = ({ form, isNew }: { form: Form; isNew: boolean }) => {
  const { t, i18n } = useTranslation('customers');
  const profiles = useRightsProfiles();
  const options = (profiles.data?.items ?? []).map(({ id, name, isDefault }) => ({
    value: id,
    label: isDefault ? t('field.profileDefault', { name }) : name,
  }));
  return (
    <>
      <TextInput
        label={t('field.name')}
        maxLength={200}
        autoComplete="off"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('field.number')}
          description={isNew ? t('field.numberHelp') : undefined}
          inputWrapperOrder={BELOW}
          maxLength={50}
          autoComplete="off"
          required={!isNew}
          {...form.getInputProps('number')}
        />
        <Select
          label={t('field.language')}
          description={t('field.languageHelp')}
          inputWrapperOrder={BELOW}
          data={[
            { value: '', label: t('field.languageOfCompany') },
            ...languageOptions(i18n.language, form.values.language),
          ]}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
      </SimpleGrid>
      <Select
        label={t('field.rightsProfile')}
        description={t('field.rightsProfileHelp')}
        inputWrapperOrder={BELOW}
        data={options}
        allowDeselect={false}
        placeholder={isNew ? (options.find((one) => one.value)?.label ?? '') : undefined}
        {...form.getInputProps('rightsProfileId')}
        value={form.values.rightsProfileId || (profiles.data?.items.find((one) => one.isDefault)?.id ?? null)}
      />
      <NumberInput
        label={t('field.colleagueCap')}
        description={t('field.colleagueCapHelp')}
        inputWrapperOrder={BELOW}
        placeholder={t('field.asInSettings')}
        min={0}
        max={1_000}
        allowDecimal={false}
        maw={360}
        {...form.getInputProps('colleagueCap')}
      />
      <PortalAddressField form={form} />
    </>
  );
};
