import { ActionIcon, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AddLine } from '../../ui/add-line';
import classes from './settings.module.css';

const MOST = 20;

export interface AddressValue {
  /** Empty: it is new. */
  id: string;
  name: string;
  origin: string;
}

interface PortalAddressesFieldProps {
  value: readonly AddressValue[];
  onChange: (value: AddressValue[]) => void;
  /** By path, as @mantine/form keeps them: "addresses.0.origin". */
  errors: Readonly<Record<string, ReactNode>>;
}

/** Further addresses of the portal, by region or brand; a customer is given one in its form (S4.2). */
export const PortalAddressesField = ({ value, onChange, errors }: PortalAddressesFieldProps) => {
  const { t } = useTranslation('settings');
  const change = (at: number, part: Partial<AddressValue>): void =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className={classes.group}>
      <Text component="legend" size="sm" fw={500} p={0}>
        {t('portal.addresses')}
      </Text>
      <Text size="xs" c="dimmed" mb={4}>
        {t('portal.addressesHint')}
      </Text>
      <Stack gap="xs">
        {value.map((one, index) => (
          <Group key={index} gap="xs" align="flex-start" wrap="wrap">
            <TextInput
              aria-label={t('portal.addressName', { place: index + 1 })}
              placeholder={t('portal.addressNameExample')}
              data-path={`addresses.${index}.name`}
              value={one.name}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
              error={errors[`addresses.${index}.name`]}
              maxLength={60}
              flex="1 1 120px"
            />
            <TextInput
              type="url"
              inputMode="url"
              aria-label={t('portal.addressOrigin', { place: index + 1 })}
              placeholder="https://au.example.com"
              data-path={`addresses.${index}.origin`}
              value={one.origin}
              onChange={(event) => change(index, { origin: event.currentTarget.value })}
              error={errors[`addresses.${index}.origin`]}
              maxLength={200}
              flex="2 1 240px"
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('portal.addressRemove', { place: index + 1 })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {value.length < MOST ? (
          <AddLine
            label={t('portal.addressAdd')}
            onAdd={() => onChange([...value, { id: '', name: '', origin: '' }])}
          />
        ) : null}
      </Stack>
    </fieldset>
  );
};
