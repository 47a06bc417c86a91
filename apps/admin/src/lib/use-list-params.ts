import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { isFiltered, readListParams, writeListParams, type ListSpec, type ListState } from './list-params';

export interface ListParams extends ListState {
  isFiltered: boolean;
  setSearch: (search: string) => void;
  setSort: (sort: string) => void;
  setFilter: (name: string, values: readonly string[]) => void;
  clear: () => void;
}

/** Search, filters and sort of one list; the address is their only home. Define `spec` outside the component. */
export const useListParams = (spec: ListSpec): ListParams => {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readListParams(params, spec), [params, spec]);

  const change = useCallback(
    (part: Partial<ListState>, replace: boolean) =>
      setParams((before) => writeListParams(before, part, spec), {
        replace,
        preventScrollReset: true,
        flushSync: true,
      }),
    [setParams, spec],
  );

  return {
    ...state,
    isFiltered: isFiltered(state),
    // Typing replaces the entry: the back button leaves the list instead of deleting letters.
    setSearch: (search) => change({ search }, true),
    setSort: (sort) => change({ sort }, true),
    setFilter: (name, values) => change({ filters: { [name]: values } }, false),
    clear: () =>
      change({ search: '', filters: Object.fromEntries((spec.filters ?? []).map((name) => [name, []])) }, false),
  };
};
