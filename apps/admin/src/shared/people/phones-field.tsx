import { ActionIcon, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AddLine } from '../../ui/add-line';
import classes from './contact-cells.module.css';
import { MOST_PHONES, NO_PHONE, type PhoneValue } from './phone-values';

interface PhonesFieldProps {
  values: readonly PhoneValue[];
  onChange: (values: PhoneValue[]) => void;
  /** By path, as @mantine/form keeps them: "phones.0.number". */
  errors: Readonly<Record<string, ReactNode>>;
  help: string;
}

/** Up to five numbers in any spelling, each with its type. */
export const PhonesField = ({ values, onChange, errors, help }: PhonesFieldProps) => {
  const { t } = useTranslation('contacts');
  const change = (at: number, part: Partial<PhoneValue>): void =>
    onChange(values.map((value, index) => (index === at ? { ...value, ...part } : value)));
  return (
    <fieldset className={classes.group}>
      <Text component="legend" size="sm" fw={500} p={0}>
        {t('field.phones')}
      </Text>
      <Text size="xs" c="dimmed" mb={4}>
        {help}
      </Text>
      <Stack gap="xs">
        {values.map((value, index) => (
          <PhoneLine
            key={index}
            index={index}
            value={value}
            onChange={(part) => change(index, part)}
            onRemove={() => onChange(values.filter((_, at) => at !== index))}
            error={errors[`phones.${index}.number`]}
          />
        ))}
        {values.length < MOST_PHONES ? (
          <AddLine label={t('phone.add')} onAdd={() => onChange([...values, NO_PHONE])} />
        ) : null}
      </Stack>
    </fieldset>
  );
};

interface PhoneLineProps {
  index: number;
  value: PhoneValue;
  onChange: (part: Partial<PhoneValue>) => void;
  onRemove: () => void;
  error: ReactNode;
}

const PhoneLine = ({ index, value, onChange, onRemove, error }: PhoneLineProps) => {
  const { t } = useTranslation('contacts');
  const place = index + 1;
  return (
    <Group gap="xs" align="flex-start" wrap="wrap">
      <TextInput
        type="tel"
        autoComplete="off"
        aria-label={t('phone.number', { place })}
        data-path={`phones.${index}.number`}
        value={value.number}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
        error={error}
        flex="1 1 180px"
        maxLength={60}
      />
      <Select
        aria-label={t('phone.typeOf', { place })}
        data={[
          { value: '', label: t('phone.guessed') },
          { value: 'mobile', label: t('phone.mobile') },
          { value: 'landline', label: t('phone.landline') },
          { value: 'office', label: t('phone.office') },
        ]}
        value={value.type}
        onChange={(type) => onChange({ type: (type ?? '') as PhoneValue['type'] })}
        allowDeselect={false}
        w={170}
      />
      <TextInput
        aria-label={t('phone.extension', { place })}
        placeholder={t('phone.extensionShort')}
        value={value.extension}
        onChange={(event) => onChange({ extension: event.currentTarget.value })}
        w={80}
        maxLength={10}
        inputMode="numeric"
      />
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('phone.remove', { place })} onClick={onRemove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
};
