import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailedState } from './failed-state';

interface LoadedProps<Data> {
  /** Of TanStack Query. What was there before a failed refetch stays on the screen. */
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  children: (data: Data) => ReactNode;
  /** For a page with a head and tabs, instead of one block. */
  isPage?: boolean;
}

/** One thing to load: its shape while it comes, why it did not, or what is made of it. */
export const Loaded = <Data,>({ query, children, isPage = false }: LoadedProps<Data>) => {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!isPage) return <Skeleton height={360} aria-busy />;
  return (
    <Stack aria-busy>
      <Skeleton height={28} width={260} />
      <Skeleton height={36} />
      <Skeleton height={240} />
    </Stack>
  );
};
