import { Select, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerSelect } from '../../../shared/people/customer-select';
import { useStaffNames } from '../deployments.api';
import type { DeploymentValues } from './deployment-values';
import { timeZoneOptions } from './time-zones';

type Form = UseFormReturnType<DeploymentValues>;

const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
const MOST_ADDRESSES = 10;

export const MainFields = ({ form, isNew }: { form: Form; isNew: boolean }) => {
  const { t } = useTranslation('deployments');
  const { value, onChange, ...customer } = form.getInputProps('customer') as {
    value: DeploymentValues['customer'];
    onChange: (customer: DeploymentValues['customer']) => void;
  };
  return (
    <>
      {isNew ? (
        <CustomerSelect {...customer} label={t('field.customer')} value={value} onChange={onChange} required />
      ) : null}
      <TextInput
        label={t('field.name')}
        description={t('field.nameHelp')}
        inputWrapperOrder={BELOW}
        maxLength={200}
        autoComplete="off"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
    </>
  );
};

export const TimeZoneField = ({ form }: { form: Form }) => {
  const { t } = useTranslation('deployments');
  const zones = useMemo(() => timeZoneOptions(form.values.timeZone), [form.values.timeZone]);
  return (
    <Select
      label={t('field.timeZone')}
      description={t('field.timeZoneHelp')}
      inputWrapperOrder={BELOW}
      data={zones}
      searchable
      allowDeselect={false}
      limit={50}
      required
      {...form.getInputProps('timeZone')}
    />
  );
};

/** Who learns of a report that comes by label (S1.x3). */
export const HandlingFields = ({ form }: { form: Form }) => {
  const { t } = useTranslation('deployments');
  const staff = useStaffNames();
  return (
    <>
      <Select
        label={t('field.defaultAssigneeId')}
        description={t('field.defaultAssigneeHelp')}
        inputWrapperOrder={BELOW}
        data={[
          { value: '', label: t('field.nobody') },
          ...(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        searchable
        allowDeselect={false}
        {...form.getInputProps('defaultAssigneeId')}
      />
      <TagsInput
        label={t('field.notifyEmails')}
        description={t('field.notifyEmailsHelp')}
        inputWrapperOrder={BELOW}
        placeholder={form.values.notifyEmails.length === 0 ? t('field.notifyEmailsPlaceholder') : undefined}
        splitChars={[',', ';', ' ']}
        maxTags={MOST_ADDRESSES}
        acceptValueOnBlur
        {...form.getInputProps('notifyEmails')}
        onChange={(typed) => form.setFieldValue('notifyEmails', toAddresses(typed))}
        error={isRefused(form.errors) ? t('field.notifyEmailsWrong') : undefined}
      />
    </>
  );
};

/** Pasted as a list, with commas or spaces, they are several all the same. */
const toAddresses = (typed: readonly string[]): string[] => [
  ...new Set(typed.flatMap((one) => one.split(/[\s,;]+/)).filter(Boolean)),
];

/** An address that was refused is named by its place in the list; the list is one field. */
const isRefused = (errors: Form['errors']): boolean =>
  Object.keys(errors).some((path) => path.startsWith('notifyEmails'));
