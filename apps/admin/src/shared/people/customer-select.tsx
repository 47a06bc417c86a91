import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customerSearchOptions } from './people.api';

export interface ChosenCustomer {
  id: string;
  name: string;
}

interface CustomerSelectProps extends Pick<SelectProps, 'label' | 'description' | 'error' | 'required' | 'size'> {
  value: ChosenCustomer | null;
  onChange: (customer: ChosenCustomer | null) => void;
  /** Left out of the list: the customer somebody is at already. */
  except?: string;
}

/** Finds a customer by name or number as it is typed. */
export const CustomerSelect = ({ value, onChange, except, ...field }: CustomerSelectProps) => {
  const { t } = useTranslation('contacts');
  const [typed, setTyped] = useState(value?.name ?? '');
  const [settled] = useDebouncedValue(typed, 200);
  const text = settled === value?.name ? '' : settled;
  const found = useQuery(customerSearchOptions(text));
  const rows = (found.data ?? []).filter((row) => row.id !== except && row.status === 'active');
  const data = rows.map((row) => ({ value: row.id, label: `${row.name} · ${row.number}` }));
  const all =
    value && !data.some((one) => one.value === value.id) ? [{ value: value.id, label: value.name }, ...data] : data;
  return (
    <Select
      {...field}
      placeholder={t('customer.placeholder')}
      data={all}
      value={value?.id ?? null}
      onChange={(id) => {
        const row = rows.find((one) => one.id === id);
        onChange(row ? { id: row.id, name: row.name } : null);
      }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('customer.clear') }}
      onSearchChange={setTyped}
      // The server searched already.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? t('common:loading') : t('customer.nothing')}
    />
  );
};
