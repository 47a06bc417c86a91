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

interface Row {
  value: string;
  label: string;
}

const NOBODY = { items: [], nextCursor: null };

/** Who was chosen stays in the list while something else is searched for. */
const withChosen = (rows: Row[], chosen: ChosenContact | null): Row[] =>
  chosen === null || rows.some(({ value }) => value === chosen.id)
    ? rows
    : [{ value: chosen.id, label: chosen.label }, ...rows];

/** Finds who stays as the name is typed; says so when the customer has more people than are shown. */
export const MergeIntoSelect = ({ contact, value, onChange }: MergeIntoSelectProps) => {
  const { t } = useTranslation('contacts');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 200);
  const text = settled === value?.label ? '' : settled;
  const found = useQuery(colleagueSearchOptions(contact.customer.id, text));
  const { items, nextCursor } = found.data ?? NOBODY;
  const rows = items
    .filter((one) => one.id !== contact.id)
    .map((one) => ({ value: one.id, label: [nameOf(one, t), one.email].filter(Boolean).join(' · ') }));
  const named = { customer: contact.customer.name, count: rows.length };
  const nobody = text === '' ? 'merge.nobody' : 'merge.nobodySo';
  return (
    <Select
      label={t('merge.into')}
      description={t(nextCursor ? 'merge.intoMore' : 'merge.intoHelp', named)}
      data={withChosen(rows, value)}
      value={value?.id ?? null}
      onChange={(id) => {
        const row = rows.find((one) => one.value === id);
        onChange(row ? { id: row.value, label: row.label } : null);
      }}
      searchable
      onSearchChange={setTyped}
      // The server searched already.
      filter={({ options }) => options}
      nothingFoundMessage={t(found.isFetching ? 'common:loading' : nobody)}
      required
    />
  );
};
