import { useMemo, useState, type ReactNode } from 'react';
import { useSessionQuery } from '../credentials/session.api';
import { toLoadable } from '../lib/loadable';
import { paths, withNext } from '../lib/paths';
import { Redirect, usePlace } from '../lib/router';
import { SessionProvider, type Session } from '../lib/session';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';

/** Pages behind the sign-in. Whoever is not in yet is led there and back to the address they came for. */
export function RequireSession({ children }: { children: ReactNode }) {
  const session = toLoadable(useSessionQuery());
  const place = usePlace();
  const [wasIn, setWasIn] = useState(false);
  const ended = useMemo(() => ({ hasEnded: wasIn }), [wasIn]);
  const isIn = session.status === 'ready' && session.data !== null;
  if (isIn && !wasIn) setWasIn(true);

  if (session.status === 'loading') return <Skeleton />;
  if (session.status === 'failed') return <FailedState failure={session.failure} onRetry={session.onRetry} />;
  if (!session.data) return <Redirect to={withNext(paths.signIn, place)} state={ended} />;
  const step = missingStep(session.data);
  const isEntrance = place.pathname === paths.chooseCompany && step !== paths.newPassword;
  if (step && step !== place.pathname && !isEntrance) return <Redirect to={withNext(step, place)} />;
  return <SessionProvider value={session.data}>{children}</SessionProvider>;
}

/** What has to be done before anything else is open. */
function missingStep({ mustChange, company }: Session): string | null {
  if (mustChange) return paths.newPassword;
  return company ? null : paths.chooseCompany;
}
