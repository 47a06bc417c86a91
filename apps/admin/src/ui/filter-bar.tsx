import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UNSAFE_DataRouterContext as RouterContext } from 'react-router-dom';
import type { ListParams } from '../lib/use-list-params';
import { useShortcuts } from '../lib/use-shortcuts';
import classes from './filter-bar.module.css';
import { FilterChip, type Filter } from './filter-chip';

/** Long enough that a typed word is one request, short enough to feel immediate. */
const DEBOUNCE_MS = 200;

export interface FilterBarProps {
  params: ListParams;
  /** What can be searched for: "Name, number, e-mail or phone". Without it there is nothing to search. */
  placeholder?: string;
  filters?: readonly Filter[];
}

export const FilterBar = ({ params, placeholder, filters = [] }: FilterBarProps) => {
  const { t } = useTranslation('list');
  return (
    <search className={classes.bar} aria-label={t('search')}>
      {placeholder === undefined ? null : (
        <SearchBox value={params.search} onSearch={params.setSearch} placeholder={placeholder} />
      )}
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

/** Which page the router shows and which it is on its way to, at the moment of asking: the hooks know only with a later render. */
const usePlaces = (): (() => { here: string | undefined; next: string | undefined }) => {
  const router = useContext(RouterContext)?.router;
  return () => {
    const here = router?.state.location.pathname;
    return { here, next: router?.state.navigation.location?.pathname ?? here };
  };
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
  const typedOn = useRef<string>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const places = usePlaces();
  const send = useDebouncedCallback((text: string) => {
    // Somebody chose a row before the pause was over: the page that is on its way must not be called back by the search.
    if (places().next !== typedOn.current) return;
    sent.current = text;
    onSearch(text);
  }, DEBOUNCE_MS);

  // The address changed by itself (back button, "Clear filters"): the box follows; what is being typed is left alone.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);

  const type = (text: string): void => {
    setTyped(text);
    typedOn.current = places().here;
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
