import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { LiveStream, type LiveEvent } from '../lib/live-stream';
import { sessionQuery } from './session';

/** One stream for the tab, opened for the first listener and closed with the last. */
const stream = new LiveStream(() => new EventSource('/api/v1/events'));

/** Calls back for every live event: `{ type: 'case.changed', id }`; `{ type: 'resync' }` asks to fetch all that is shown. */
export const useLive = (listener: (event: LiveEvent) => void): void => {
  const client = useQueryClient();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () =>
      stream.subscribe((event) => {
        // A browser does not say why a stream was refused; the session's own answer does, and leads to signing in.
        if (event.type === 'refused')
          void client.invalidateQueries({ queryKey: sessionQuery.queryKey }, { cancelRefetch: false });
        else latest.current(event);
      }),
    [client],
  );
};

/** The operation a query belongs to: "listCases", whether its key is the client's or `['listCases', …]`. */
const operationOf = ([first]: readonly unknown[]): string =>
  typeof first === 'string' ? first : ((first as { _id?: string } | undefined)?._id ?? '');

/** Changes that arrive together are one reason to ask, not many. */
const GATHER_MS = 300;

/**
 * Fetches the shown answers of these operations again when one of these events arrives, or after events may have been
 * missed: `useLiveRefresh(['case.changed'], ['listCases', 'getCase'])`. Define both lists outside the component.
 */
export const useLiveRefresh = (types: readonly string[], operations: readonly string[]): void => {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(({ type }) => {
    if (type !== 'resync' && !types.includes(type)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void client.invalidateQueries({ predicate: ({ queryKey }) => operations.includes(operationOf(queryKey)) });
    }, GATHER_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
};
