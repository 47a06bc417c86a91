import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigation } from 'react-router-dom';
import type { ListParams } from '../lib/use-list-params';
import { useShortcuts } from '../lib/use-shortcuts';
import classes from './filter-bar.module.css';
import { FilterChip, type Filter } from './filter-chip';

/** Long enough that a typed word is one request, short enough to feel immediate. */
const DEBOUNCE_MS = 200;

export interface FilterBarProps {
  params: ListParams;
  /** What can be searched for: "Name, number, e-mail or phone". */
  placeholder: string;
  filters?: readonly Filter[];
}

export const FilterBar = ({ params, placeholder, filters = [] }: FilterBarProps) => {
  const { t } = useTranslation('list');
  return (
    <search className={classes.bar} aria-label={t('search')}>
      <SearchBox value={params.search} onSearch={params.setSearch} placeholder={placeholder} />
      {filters.map((filter) => (
        <FilterChip
          key={filter.name}
          filter={filter}
          values={params.filters[filter.name] ?? []}
          onChange={(values) => params.setFilter(filter.name, values)}
        />
      ))}
      {params.isFiltered ? (
        <button type="button" className={classes.clear} onClick={params.clear}>
          {t('clearFilters')}
        </button>
      ) : null}
    </search>
  );
};

interface SearchBoxProps {
  value: string;
  onSearch: (text: string) => void;
  placeholder: string;
}

const SearchBox = ({ value, onSearch, placeholder }: SearchBoxProps) => {
  const { t } = useTranslation('list');
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  const send = useDebouncedCallback((text: string) => {
    sent.current = text;
    onSearch(text);
  }, DEBOUNCE_MS);

  // Somebody chose a row before the pause was over: the page that is on its way must not be called back by the search.
  const { pathname } = useLocation();
  const goal = useNavigation().location?.pathname;
  const isLeaving = goal !== undefined && goal !== pathname;
  useEffect(() => {
    if (isLeaving) send.cancel();
  }, [isLeaving, send]);

  // The address changed by itself (back button, "Clear filters"): the box follows; what is being typed is left alone.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);

  const type = (text: string): void => {
    setTyped(text);
    send(text);
  };

  useShortcuts({
    title: t('common:keys.list'),
    shortcuts: [{ keys: '/', label: t('common:keys.focusFilter'), run: () => input.current?.focus() }],
  });
  return (
    <TextInput
      ref={input}
      type="search"
      size="xs"
      className={classes.search}
      aria-label={placeholder}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && (typed === '' ? input.current?.blur() : type(''))}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed === '' ? null : <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => type('')} />
      }
    />
  );
};
