import { Select, type SelectProps } from '@mantine/core';
import type { DeploymentRow } from '@latchkey/api-client';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deploymentSearchOptions } from '../deployments.api';

export type ChosenDeployment = Pick<DeploymentRow, 'id' | 'name' | 'customer'>;

interface DeploymentSelectProps extends Pick<SelectProps, 'label' | 'description' | 'error' | 'required'> {
  value: ChosenDeployment | null;
  onChange: (deployment: ChosenDeployment | null) => void;
  /** Left out of the list: where the device is already. */
  except?: string;
}

const nameOf = ({ name, customer }: ChosenDeployment): string => `${name} · ${customer.name}`;

/** Finds an active deployment by name, address or customer as it is typed. */
export const DeploymentSelect = ({ value, onChange, except, ...field }: DeploymentSelectProps) => {
  const { t } = useTranslation('devices');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const text = value && settled === nameOf(value) ? '' : settled;
  const found = useQuery(deploymentSearchOptions(text));
  const rows = (found.data ?? []).filter((row) => row.id !== except);
  const all = value && !rows.some((row) => row.id === value.id) ? [value, ...rows] : rows;
  return (
    <Select
      {...field}
      placeholder={t('move.placeholder')}
      data={all.map((row) => ({ value: row.id, label: nameOf(row) }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(all.find((row) => row.id === id) ?? null)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('move.clear') }}
      onSearchChange={setTyped}
      // The server searched already.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? t('common:loading') : t('move.nothing')}
    />
  );
};
