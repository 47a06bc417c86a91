import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { toLoadable, type Loadable } from '../lib/loadable';
import { paths } from '../lib/paths';
import { can, useSession } from '../lib/session';
import { readFilter, writeFilter } from './case-filter';
import { toSummary } from './case-mapping';
import type { CaseSummary } from './case-view';
import { useCases } from './cases.api';
import { HomePage } from './home-page';
import { seenBy } from './seen';

export function HomeRoute() {
  const session = useSession();
  const { search } = useLocation();
  const navigate = useNavigate();
  const canSeeCompany = can(session, 'case:read_company');
  const canSeeCases = canSeeCompany || can(session, 'case:read_own');
  const filter = readFilter(new URLSearchParams(search), canSeeCompany);
  const cases = useCases(filter, canSeeCases);
  const seen = useMemo(() => seenBy(session.company?.contactId ?? ''), [session.company?.contactId]);
  const rows = cases.data?.pages.flatMap(({ items }) => items.map((row) => toSummary(row, seen.at)));
  return (
    <HomePage
      personName={session.name || undefined}
      canReport={can(session, 'case:create')}
      companyView={canSeeCompany ? session.company?.name : undefined}
      filter={filter}
      onFilter={(next) => void navigate(paths.home + writeFilter(next))}
      cases={canSeeCases ? withRows(toLoadable(cases), rows) : undefined}
      onMore={cases.hasNextPage ? () => void cases.fetchNextPage() : undefined}
      isMoreComing={cases.isFetchingNextPage}
    />
  );
}

const withRows = (page: Loadable<unknown>, rows: CaseSummary[] | undefined): Loadable<readonly CaseSummary[]> =>
  page.status === 'ready' ? { status: 'ready', data: rows ?? [] } : page;
