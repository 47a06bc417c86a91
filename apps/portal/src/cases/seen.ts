import { remembered } from '../lib/remembered';

/** What somebody has looked at on this device: since when it is known, and per case the newest answer that was shown. */
interface Seen {
  since: string;
  cases: Record<string, string>;
}

const MOST = 300;

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  'since' in value &&
  typeof value.since === 'string' &&
  'cases' in value &&
  typeof value.cases === 'object';

/** On a new device nothing old is called new. */
export function readSeen(text: string | null, now: string): Seen {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isSeen(value) ? value : { since: now, cases: {} };
  } catch {
    return { since: now, cases: {} };
  }
}

export const seenAt = ({ since, cases }: Seen, caseId: string): string => {
  const looked = cases[caseId];
  return looked && looked > since ? looked : since;
};

/** Forgets the cases that were looked at longest ago. */
export function withSeen({ since, cases }: Seen, caseId: string, at: string): Seen {
  const others = Object.entries(cases).filter(([id]) => id !== caseId);
  return { since, cases: Object.fromEntries([...others, [caseId, at] as const].slice(-MOST)) };
}

/** One for each contact, so that people who share a device do not read for each other. */
export function seenBy(contactId: string) {
  const kept = remembered(`seen.${contactId}`);
  const read = (): Seen => {
    const seen = readSeen(kept.read(), new Date().toISOString());
    kept.write(JSON.stringify(seen));
    return seen;
  };
  return {
    at: (caseId: string): string => seenAt(read(), caseId),
    look: (caseId: string, at: string): void => {
      const seen = read();
      if (at > seenAt(seen, caseId)) kept.write(JSON.stringify(withSeen(seen, caseId, at)));
    },
  };
}
