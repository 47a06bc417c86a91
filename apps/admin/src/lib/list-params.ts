/** What a list may carry in its address. */
export interface ListSpec {
  /** Names of the filters; each holds any number of values. */
  filters?: readonly string[];
  /** "name" or "-openedAt" (minus: descending). */
  defaultSort?: string;
}

export interface ListState {
  search: string;
  sort: string | undefined;
  filters: Readonly<Record<string, readonly string[]>>;
}

const SEARCH = 'q';
const SORT = 'sort';

/** Several values stand in one parameter, separated by commas: "?access=invited,locked". */
const split = (value: string | null): string[] => (value ?? '').split(',').filter((part) => part !== '');

export const readListParams = (params: URLSearchParams, spec: ListSpec): ListState => ({
  search: params.get(SEARCH) ?? '',
  sort: params.get(SORT) ?? spec.defaultSort,
  filters: Object.fromEntries((spec.filters ?? []).map((name) => [name, split(params.get(name))])),
});

/** Writes a change and leaves every other parameter (an open drawer, say) as it was. */
export const writeListParams = (
  before: URLSearchParams,
  change: Partial<ListState>,
  spec: ListSpec,
): URLSearchParams => {
  const after = new URLSearchParams(before);
  const put = (name: string, value: string) => (value === '' ? after.delete(name) : after.set(name, value));
  if (change.search !== undefined) put(SEARCH, change.search);
  if ('sort' in change) put(SORT, change.sort === spec.defaultSort ? '' : (change.sort ?? ''));
  for (const [name, values] of Object.entries(change.filters ?? {})) put(name, values.join(','));
  return after;
};

export const isFiltered = (state: ListState): boolean =>
  state.search.trim() !== '' || Object.values(state.filters).some((values) => values.length > 0);

/** One click sorts upwards, the second downwards. */
export const nextSort = (current: string | undefined, key: string): string => (current === key ? `-${key}` : key);
