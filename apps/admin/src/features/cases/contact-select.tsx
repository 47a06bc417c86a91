import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactSearchOptions } from './cases.api';

export interface ChosenContact {
  id: string;
  name: string;
}

interface ContactSelectProps {
  customerId: string | undefined;
  value: ChosenContact | null;
  onChange: (contact: ChosenContact | null) => void;
}

/** Finds a contact of the chosen customer as it is typed. */
export const ContactSelect = ({ customerId, value, onChange }: ContactSelectProps) => {
  const { t } = useTranslation('cases');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const text = settled === value?.name ? '' : settled;
  const found = useQuery({ ...contactSearchOptions(customerId, text), enabled: customerId !== undefined });
  const rows = (found.data ?? [])
    .filter((row) => row.status === 'active')
    .map((row) => ({ value: row.id, label: row.name ?? row.email ?? t('nameless') }));
  const current = value && !rows.some((row) => row.value === value.id) ? [{ value: value.id, label: value.name }] : [];
  return (
    <Select
      label={t('new.contact')}
      description={t('new.contactHint')}
      placeholder={customerId === undefined ? t('new.customerFirst') : t('new.anyContact')}
      disabled={customerId === undefined}
      data={[...current, ...rows]}
      value={value?.id ?? null}
      onChange={(id) => {
        const row = rows.find((one) => one.value === id);
        onChange(row ? { id: row.value, name: row.label } : null);
      }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('new.clearContact') }}
      onSearchChange={setTyped}
      // The server searched already.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? t('common:loading') : t('nothingFound')}
    />
  );
};
