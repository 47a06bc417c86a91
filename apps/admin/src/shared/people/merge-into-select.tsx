import { Select } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from './contact-words';
import { colleagueSearchOptions } from './people.api';

export interface ChosenContact {
  id: string;
  label: string;
}

interface MergeIntoSelectProps {
  contact: Contact;
  value: ChosenContact | null;
  onChange: (chosen: ChosenContact | null) => void;
}

/** Finds who stays as the name is typed; says so when the customer has more people than are shown. */
export const MergeIntoSelect = ({ contact, value, onChange }: MergeIntoSelectProps) => {
  const { t } = useTranslation('contacts');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const found = useQuery(colleagueSearchOptions(contact.customer.id, settled === value?.label ? '' : settled));
  const rows = (found.data?.items ?? [])
    .filter((one) => one.id !== contact.id)
    .map((one) => ({ value: one.id, label: [nameOf(one, t), one.email].filter(Boolean).join(' · ') }));
  const isThere = value === null || rows.some((row) => row.value === value.id);
  const hint = t(found.data?.nextCursor ? 'merge.intoMore' : 'merge.intoHelp', {
    customer: contact.customer.name,
    count: rows.length,
  });
  return (
    <Select
      label={t('merge.into')}
      description={hint}
      data={isThere ? rows : [{ value: value.id, label: value.label }, ...rows]}
      value={value?.id ?? null}
      onChange={(id) => {
        const row = rows.find((one) => one.value === id);
        onChange(row ? { id: row.value, label: row.label } : null);
      }}
      searchable
      onSearchChange={setTyped}
      // The server searched already.
      filter={({ options }) => options}
      nothingFoundMessage={
        found.isFetching ? t('common:loading') : t(settled === '' ? 'merge.nobody' : 'merge.nobodySo')
      }
      required
    />
  );
};
