import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { DeviceRow } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceSearchOptions } from '../cases.api';

/** What the form needs to know of a device. */
export type ChosenDevice = Pick<DeviceRow, 'id' | 'name' | 'model' | 'customer'>;

interface DeviceSelectProps {
  customerId: string | undefined;
  value: ChosenDevice | null;
  onChange: (device: ChosenDevice | null) => void;
}

/** Finds a device as it is typed; without a customer among all, for who knows only the machine. */
export const DeviceSelect = ({ customerId, value, onChange }: DeviceSelectProps) => {
  const { t } = useTranslation('cases');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const text = settled === value?.name ? '' : settled;
  const found = useQuery(deviceSearchOptions(customerId, text));
  const rows = found.data ?? [];
  const data = rows.map(({ id, name, position, deployment }) => ({
    value: id,
    label: [name, position, deployment.name].filter(Boolean).join(' · '),
  }));
  const current = value && !rows.some(({ id }) => id === value.id) ? [{ value: value.id, label: value.name }] : [];
  return (
    <Select
      label={t('form.device')}
      description={t('form.deviceHint')}
      placeholder={t('form.anyDevice')}
      data={[...current, ...data]}
      value={value?.id ?? null}
      onChange={(id) => onChange(rows.find((row) => row.id === id) ?? null)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('form.clearDevice') }}
      onSearchChange={setTyped}
      // The server searched already.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? t('common:loading') : t('nothingFound')}
    />
  );
};
