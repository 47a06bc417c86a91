export interface CaseFilter {
  whose: 'mine' | 'company';
  status: 'all' | 'open' | 'done';
}

const STATUSES: readonly CaseFilter['status'][] = ['all', 'open', 'done'];

/** The filter as it stands in the address; what makes no sense there is left out. */
export function readFilter(search: URLSearchParams, canSeeCompany: boolean): CaseFilter {
  return {
    whose: canSeeCompany && search.get('whose') === 'company' ? 'company' : 'mine',
    status: STATUSES.find((status) => status === search.get('status')) ?? 'all',
  };
}

/** The part of the address that says it, empty for the usual view. */
export function writeFilter({ whose, status }: CaseFilter): string {
  const search = new URLSearchParams();
  if (whose === 'company') search.set('whose', whose);
  if (status !== 'all') search.set('status', status);
  return search.size > 0 ? `?${search.toString()}` : '';
}
