import { useT } from '../i18n/use-t';
import type { Loadable } from '../lib/loadable';
import { paths } from '../lib/paths';
import { Button } from '../ui/button';
import { PageTitle } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { CaseFilters, type CaseFilter } from './case-filters';
import { CaseList } from './case-list';
import type { CaseSummary } from './case-view';
import { ReportLink } from './report-link';

export interface HomePageProps {
  personName?: string;
  /** False when the contact may not report (right `report`). */
  canReport: boolean;
  /** The name of the customer when the contact may see the cases of all colleagues; else absent. */
  companyView?: string;
  /** Read from and written to the address by the wiring, so that Back and links work. */
  filter: CaseFilter;
  onFilter: (filter: CaseFilter) => void;
  cases: Loadable<readonly CaseSummary[]>;
  /** Absent when everything is on the page. */
  onMore?: () => void;
}

export function HomePage({ personName, canReport, companyView, filter, onFilter, cases, onMore }: HomePageProps) {
  const t = useT('cases');
  return (
    <>
      <PageTitle title={personName ? t('home.title', { name: personName }) : t('home.titleNoName')} />
      {canReport && <ReportLink to={paths.report} />}
      <section className="flex flex-col gap-4">
        <CaseFilters companyView={companyView} filter={filter} onFilter={onFilter} />
        {cases.status === 'loading' && <Skeleton />}
        {cases.status === 'failed' && <FailedState failure={cases.failure} onRetry={cases.onRetry} />}
        {cases.status === 'ready' && (
          <CaseList
            cases={cases.data}
            isFiltered={filter.status !== 'all'}
            onClear={() => onFilter({ ...filter, status: 'all' })}
          />
        )}
        {cases.status === 'ready' && onMore && <Button onClick={onMore}>{t('home.more')}</Button>}
      </section>
    </>
  );
}
