import type { ListSpec, ListState } from '../../lib/list-params';
import type { CustomerQuery } from './customers.api';

export const SPEC: ListSpec = { filters: ['status'], defaultSort: 'name' };

/** As the address writes it; the server has one direction for each. */
const SORTS = { name: 'name', number: 'number', '-created': 'newest' } as const;

const isSort = (sort: string): sort is keyof typeof SORTS => sort in SORTS;

/** A click on a heading asks for "name" or "-name"; only the direction that exists is taken. */
export const toSort = (wanted: string): string => {
  const bare = wanted.replace(/^-/, '');
  return isSort(bare) ? bare : `-${bare}`;
};

/** What the address says, as the API takes it; what it cannot mean is left out. */
export const customerQuery = (state: ListState): CustomerQuery => {
  const sort = state.sort ?? 'name';
  const status = (['active', 'inactive'] as const).find((value) => value === state.filters['status']?.[0]);
  const q = state.search.trim();
  return {
    sort: isSort(sort) ? SORTS[sort] : 'name',
    ...(q ? { q } : {}),
    ...(status ? { status } : {}),
  };
};
