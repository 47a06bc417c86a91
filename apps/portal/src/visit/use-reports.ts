import { useEffect, useSyncExternalStore } from 'react';
import { toReport } from './deliver';
import type { Draft } from './report/draft';
import { outbox, type OutboxState } from './report-outbox';
import type { Template, VisitView } from './visit.api';

export interface Reports extends OutboxState {
  send: (draft: Draft, template: Template | undefined, visit: VisitView) => Promise<void>;
  sendAgain: () => void;
  discard: (id: string) => void;
}

interface Hooks {
  /** One arrived. */
  onSent: () => Promise<void>;
  /** The visit is over: the PIN is asked again, the report waits on the phone until then. */
  onEnd: () => Promise<void>;
}

/** A phone says it is online before it is: what waits is tried again while it waits. */
const TRY_AGAIN_MS = 5_000;

/** The reports of this label: sent at once when there is reception, else when it is back. */
export function useReports(label: string, { onSent, onEnd }: Hooks): Reports {
  const state = useSyncExternalStore(outbox.subscribe, outbox.read);
  useEffect(() => {
    const sendAll = () => void outbox.sendAll(label);
    sendAll();
    window.addEventListener('online', sendAll);
    return () => window.removeEventListener('online', sendAll);
  }, [label]);

  const { sending } = state;
  const isKept = sending.step === 'kept';
  useEffect(() => {
    if (!isKept) return undefined;
    const timer = setInterval(() => navigator.onLine && void outbox.sendAll(label), TRY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isKept, label]);
  const isOver = sending.step === 'failed' && sending.failure.code === 'session.required';
  useEffect(() => {
    if (isOver) void onEnd();
  }, [isOver, onEnd]);
  const hasArrived = sending.step === 'sent';
  useEffect(() => {
    if (hasArrived) void onSent();
  }, [hasArrived, onSent]);

  return {
    ...state,
    send: (draft, template, visit) => outbox.send(toReport({ label, draft, template, visit })),
    sendAgain: () => void outbox.sendAll(label),
    discard: (id) => outbox.discard(id),
  };
}
