import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { createQueryClient } from '../lib/query-client';
import { Router, usePlace } from '../lib/router';
import { Skeleton } from '../ui/skeleton';
import { ErrorBoundary } from './error-boundary';
import { NotFoundPage } from './not-found-page';
import { RequireSession } from './require-session';
import { findRoute } from './routes';
import { Shell } from './shell';

const Gallery = __GALLERY__ ? lazy(async () => ({ default: (await import('../gallery/gallery')).Gallery })) : null;

const queryClient = createQueryClient();

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={null}>
        <ErrorBoundary>
          <Router>
            <Suspense fallback={<Skeleton />}>
              <Pages />
            </Suspense>
          </Router>
        </ErrorBoundary>
      </Suspense>
    </QueryClientProvider>
  );
}

function Pages() {
  const { pathname } = usePlace();
  if (Gallery && pathname.startsWith('/_gallery')) return <Gallery />;
  return (
    <Shell>
      {/* While a page's file is on its way the frame stays. */}
      <Suspense fallback={<Skeleton />}>
        <CurrentPage pathname={pathname} />
      </Suspense>
    </Shell>
  );
}

function CurrentPage({ pathname }: { pathname: string }) {
  const found = findRoute(pathname);
  if (!found) return <NotFoundPage />;
  const { Page, isPublic } = found.route;
  const page = <Page params={found.params} />;
  return isPublic ? page : <RequireSession>{page}</RequireSession>;
}
