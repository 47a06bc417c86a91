import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../app/error-boundary';
import { Skeleton } from '../ui/skeleton';
import { followLink, scannedLabel, stopToken } from './address';
import { ScanAgain } from './scan-again';
import { VisitFrame } from './visit-frame';
import { VisitRoute } from './visit-route';

const FollowRoute = lazy(async () => ({ default: (await import('./follow/follow-route')).FollowRoute }));
const ConfirmRoute = lazy(async () => ({ default: (await import('./follow/confirm-route')).ConfirmRoute }));
const StopRoute = lazy(async () => ({ default: (await import('./follow/stop-route')).StopRoute }));

/** `/p/<label>` is a visit, `/f` one case that is followed. */
export function VisitApp() {
  return (
    <Suspense fallback={null}>
      <ErrorBoundary>
        <VisitFrame>
          <Suspense fallback={<Skeleton />}>
            <Page />
          </Suspense>
        </VisitFrame>
      </ErrorBoundary>
    </Suspense>
  );
}

function Page() {
  const { pathname } = window.location;
  if (pathname === '/f/confirm') return <ConfirmRoute link={followLink('confirm')} />;
  if (pathname === '/f/stop') return <StopRoute token={stopToken()} />;
  if (pathname.startsWith('/f')) return <FollowRoute link={followLink('follow')} />;
  const label = scannedLabel();
  return label ? <VisitRoute label={label} /> : <ScanAgain />;
}
