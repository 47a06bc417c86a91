import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContactName, usePeopleSearch } from './audit.api';

interface PersonSelectProps {
  /** Of this customer only, when one is chosen. */
  customerId: string;
  value: string;
  onChange: (contactId: string) => void;
}

/** Finds the contact whom lines are about. */
export const PersonSelect = ({ customerId, value, onChange }: PersonSelectProps) => {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const name = useContactName(value) ?? t('chosenPerson');
  const found = usePeopleSearch(settled === name ? '' : settled, customerId);
  const rows = (found.data ?? []).map((row) => ({
    value: row.id,
    label: [row.name ?? row.email ?? t('unknown'), row.customer.name].join(' · '),
  }));
  const current = value !== '' && !rows.some((row) => row.value === value) ? [{ value, label: name }] : [];
  return (
    <Select
      size="xs"
      label={t('contact')}
      placeholder={t('anyContact')}
      data={[...current, ...rows]}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clearContact') }}
      onSearchChange={setTyped}
      // The server searched already.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? t('common:loading') : t('nobody')}
    />
  );
};
