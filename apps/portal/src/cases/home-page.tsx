import { useT } from '../i18n/use-t';
import type { Loadable } from '../lib/loadable';
import { paths } from '../lib/paths';
import { Button } from '../ui/button';
import { PageTitle } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import type { CaseFilter } from './case-filter';
import { CaseFilters } from './case-filters';
import { CaseList } from './case-list';
import type { CaseSummary } from './case-view';
import { OpenOnPhone } from './open-on-phone';
import { ReportLink } from './report-link';

export interface HomePageProps {
  personName?: string | undefined;
  /** False when the contact may not report (right `report`). */
  canReport: boolean;
  /** The name of the customer when the contact may see the cases of all colleagues; else absent. */
  companyView?: string | undefined;
  /** Read from and written to the address by the wiring, so that Back and links work. */
  filter: CaseFilter;
  onFilter: (filter: CaseFilter) => void;
  /** Absent when the contact may see no cases. */
  cases?: Loadable<readonly CaseSummary[]> | undefined;
  /** Absent when everything is on the page. */
  onMore?: (() => void) | undefined;
  isMoreComing?: boolean;
}

export function HomePage({ personName, canReport, cases, ...list }: HomePageProps) {
  const t = useT('cases');
  return (
    <>
      <PageTitle title={personName ? t('home.title', { name: personName }) : t('home.titleNoName')} />
      {canReport && <ReportLink to={paths.report} />}
      <div className="relative">
        {cases ? <Cases cases={cases} {...list} /> : <NoCases canReport={canReport} />}
        <OpenOnPhone at="top" />
      </div>
    </>
  );
}

type CasesProps = Omit<HomePageProps, 'personName' | 'canReport' | 'cases'> & Required<Pick<HomePageProps, 'cases'>>;

function Cases({ companyView, filter, onFilter, cases, onMore, isMoreComing = false }: CasesProps) {
  const t = useT('cases');
  if (!cases) return null;
  return (
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
      {cases.status === 'ready' && onMore && (
        <Button isBusy={isMoreComing} onClick={onMore}>
          {t('home.more')}
        </Button>
      )}
    </section>
  );
}

function NoCases({ canReport }: { canReport: boolean }) {
  const t = useT('cases');
  return (
    <EmptyState icon="lock" title={t('home.notShown')}>
      <p>{t(canReport ? 'home.notShownText' : 'home.nothingAllowed')}</p>
      <CompanyContacts />
    </EmptyState>
  );
}
