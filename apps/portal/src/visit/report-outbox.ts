import { deliver, type Report, type Sending } from './deliver';
import { forget, keep } from './store';
import { keptReports } from './visit.api';

export interface OutboxState {
  /** Those that have not arrived yet, oldest first. */
  unsent: readonly Report[];
  sending: Sending;
  /** Whether it is known what waits on this phone. */
  hasLooked: boolean;
}

let state: OutboxState = { unsent: [], sending: { step: 'idle' }, hasLooked: false };
let isBusy = false;
/** Somebody asked while a try was under way, which may have begun before the connection was back. */
let isAskedAgain = false;
const listeners = new Set<() => void>();

function change(part: Partial<OutboxState>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

/** The reports that wait on this phone. One at a time and each once: the key of a report stays the same (POR-8). */
export const outbox = {
  read: (): OutboxState => state,

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Keeps the report before anything is tried, then tries. */
  async send(report: Report): Promise<void> {
    change({ unsent: [...state.unsent, report], sending: { step: 'sending' } });
    await keep('reports', report).catch(() => undefined);
    await outbox.sendAll(report.label);
  },

  /** Sends what waits for this label, and stops at the first that does not go. */
  async sendAll(label: string): Promise<void> {
    isAskedAgain = isBusy;
    if (isBusy) return;
    isBusy = true;
    const known = (await keptReports<Report>()).filter((report) => report.label === label);
    // A browser that keeps nothing (private mode) still sends what is in memory.
    const reports = known.length > 0 ? known : state.unsent;
    change({ unsent: reports, hasLooked: true });
    for (const report of reports) {
      change({ sending: { step: 'sending' } });
      const sending = await deliver(report);
      change({ sending });
      if (sending.step !== 'sent') break;
      change({ unsent: state.unsent.filter(({ id }) => id !== report.id) });
    }
    isBusy = false;
    if (isAskedAgain) await outbox.sendAll(label);
  },

  discard(id: string): void {
    change({ unsent: state.unsent.filter((report) => report.id !== id), sending: { step: 'idle' } });
    void forget('reports', id).catch(() => undefined);
  },
};
