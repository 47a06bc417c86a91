import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCarriers } from '../contacts.api';
import { languageOptions } from '../../../shared/people/languages';
import { ReachFields } from '../../../shared/people/reach-fields';
import { RESET_MODES, type ContactValues } from './contact-values';

/** Name, ways to reach the person, language. Neither a first nor a last name is forced. */
export const ContactFields = ({ form }: { form: UseFormReturnType<ContactValues> }) => {
  const { t } = useTranslation('contacts');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('field.firstName')}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps('firstName')}
        />
        <TextInput label={t('field.lastName')} maxLength={100} autoComplete="off" {...form.getInputProps('lastName')} />
      </SimpleGrid>
      <ReachFields form={form} help={t('phone.help')} />
    </>
  );
};

export const MoreContactFields = ({ form }: { form: UseFormReturnType<ContactValues> }) => {
  const { t, i18n } = useTranslation('contacts');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('field.language')}
          data={[
            { value: '', label: t('field.languageOfCustomer') },
            ...languageOptions(i18n.language, form.values.language),
          ]}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
        <TextInput
          label={t('field.externalId')}
          description={t('field.externalIdHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('externalId')}
        />
      </SimpleGrid>
      <CarrierField form={form} />
      <Checkbox
        label={t('field.isPortalUser')}
        description={t('field.isPortalUserHelp')}
        {...form.getInputProps('isPortalUser', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('field.mayResetPassword')}
        description={t('field.mayResetPasswordHelp')}
        disabled={!form.values.isPortalUser}
        {...form.getInputProps('mayResetPassword', { type: 'checkbox' })}
      />
      <Select
        label={t('field.resetMode')}
        description={t('field.resetModeHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[
          { value: '', label: t('resetMode.inherit') },
          ...RESET_MODES.map((mode) => ({ value: mode, label: t(`resetMode.${mode}`) })),
        ]}
        allowDeselect={false}
        disabled={!form.values.isPortalUser || !form.values.mayResetPassword}
        {...form.getInputProps('resetMode')}
      />
    </>
  );
};

/** Only where carriers matter: SMS by e-mail needs to know whose gateway reaches the person (S2.14). */
const CarrierField = ({ form }: { form: UseFormReturnType<ContactValues> }) => {
  const { t } = useTranslation('contacts');
  const { items = [], inUse = false } = useCarriers().data ?? {};
  const own = form.values.smsCarrierId;
  const usable = items.filter(({ id, status }) => status !== 'ended' || id === own);
  if (!inUse && own === '') return null;
  return (
    <Select
      label={t('field.smsCarrierId')}
      description={t('field.smsCarrierIdHelp')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[{ value: '', label: t('field.noCarrier') }, ...usable.map(({ id, name }) => ({ value: id, label: name }))]}
      allowDeselect={false}
      {...form.getInputProps('smsCarrierId')}
    />
  );
};
