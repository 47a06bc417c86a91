import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { BrowserRouter, useLocation } from 'react-router-dom';
import { fetchLaterWords } from '../i18n/language';
import { createQueryClient } from '../lib/query-client';
import { Skeleton } from '../ui/skeleton';
import { ErrorBoundary } from './error-boundary';
import { PortalRoutes } from './routes';
import { Shell } from './shell';

const Gallery = __GALLERY__ ? lazy(async () => ({ default: (await import('../gallery/gallery')).Gallery })) : null;

const queryClient = createQueryClient();

/** BrowserRouter navigates in a transition: the page that is there stays until the next one has been fetched. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={null}>
        <ErrorBoundary>
          <BrowserRouter>
            <Suspense fallback={<Skeleton />}>
              <Pages />
            </Suspense>
          </BrowserRouter>
        </ErrorBoundary>
      </Suspense>
    </QueryClientProvider>
  );
}

function Pages() {
  const { pathname } = useLocation();
  if (Gallery && pathname.startsWith('/_gallery')) return <Gallery />;
  return (
    <Shell>
      {/* While a page's file is on its way the frame stays. */}
      <Suspense fallback={<Skeleton />}>
        <PortalRoutes />
        <WhenShown />
      </Suspense>
    </Shell>
  );
}

/** Stands beside the page, so it comes to life only when the page has. */
function WhenShown() {
  useEffect(fetchLaterWords, []);
  return null;
}
