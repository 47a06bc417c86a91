import { useMemo, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { useSessionQuery } from '../credentials/session.api';
import { toLoadable } from '../lib/loadable';
import { paths, withNext } from '../lib/paths';
import { SessionProvider, type Session } from '../lib/session';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';

/** Pages behind the sign-in. Whoever is not in yet is led there and back to the address they came for. */
export function RequireSession() {
  const session = toLoadable(useSessionQuery());
  const place = useLocation();
  const [wasIn, setWasIn] = useState(false);
  const ended = useMemo(() => ({ hasEnded: wasIn }), [wasIn]);
  const isIn = session.status === 'ready' && session.data !== null;
  if (isIn && !wasIn) setWasIn(true);

  if (session.status === 'loading') return <Skeleton />;
  if (session.status === 'failed') return <FailedState failure={session.failure} onRetry={session.onRetry} />;
  if (!session.data) return <Navigate to={withNext(paths.signIn, place)} state={ended} replace />;
  const step = missingStep(session.data);
  const isEntrance = ENTRANCES.includes(place.pathname) && step !== paths.newPassword;
  if (step && step !== place.pathname && !isEntrance) return <Navigate to={withNext(step, place)} replace />;
  return (
    <SessionProvider value={session.data}>
      <Outlet />
    </SessionProvider>
  );
}

/** Open without a company, too. */
const ENTRANCES: readonly string[] = [paths.chooseCompany, paths.joining];

/** What has to be done before anything else is open. */
function missingStep({ mustChange, company, companies, asked }: Session): string | null {
  if (mustChange) return paths.newPassword;
  if (asked > 0 && companies === 0) return paths.joining;
  return company ? null : paths.chooseCompany;
}
