import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, type ComponentType } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router-dom';
import { createQueryClient } from '../lib/query-client';
import { Skeleton } from '../ui/skeleton';
import { AppShell } from './app-shell';
import { ErrorBoundary } from './error-boundary';
import { NotFoundPage } from './not-found-page';

/** A page that is fetched when its address is first opened. */
export const lazyPage = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

const Gallery = __GALLERY__ ? lazyPage(() => import('../gallery/gallery'), 'Gallery') : null;

const queryClient = createQueryClient();

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={null}>
        <ErrorBoundary>
          <BrowserRouter>
            <Suspense fallback={<Skeleton />}>
              <Routes>
                {Gallery && <Route path="/_gallery/*" element={<Gallery />} />}
                <Route
                  path="*"
                  element={
                    <AppShell>
                      <NotFoundPage />
                    </AppShell>
                  }
                />
              </Routes>
            </Suspense>
          </BrowserRouter>
        </ErrorBoundary>
      </Suspense>
    </QueryClientProvider>
  );
}
