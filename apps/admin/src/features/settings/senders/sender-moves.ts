import type { Settings } from '../settings.api';
import { GROUPS } from './sender-values';
import type { Sender } from './senders.api';

type Route = Pick<Sender, 'id' | 'groups' | 'fromAddress' | 'host'>;

const shown = ({ fromAddress, host }: Pick<Sender, 'fromAddress' | 'host'>): string => `${fromAddress} (${host})`;

/** The sender of the settings above; `unnamed` where its mail server stands elsewhere. */
export const usualOf = ({ host, fromAddress }: Settings['mail'], unnamed: string): string =>
  host === '' ? unnamed : fromAddress === '' ? host : shown({ host, fromAddress });

/** What is asked first for these messages: whoever is meant for them, else the usual one, else the first of the list. */
const firstFor = (group: string, senders: readonly Route[], usual: string | null): string | null => {
  const meant = senders.find(({ groups }) => groups.includes(group));
  if (meant) return shown(meant);
  return usual ?? (senders[0] ? shown(senders[0]) : null);
};

export interface Move {
  group: (typeof GROUPS)[number];
  from: string | null;
  /** Null: nobody sends them any more. */
  to: string | null;
}

/** Which messages leave from somewhere else than before. */
export const moves = (before: readonly Route[], after: readonly Route[], usual: string | null): Move[] =>
  GROUPS.map((group) => ({ group, from: firstFor(group, before, usual), to: firstFor(group, after, usual) })).filter(
    ({ from, to }) => from !== to,
  );

export const earlier = <T>(senders: readonly T[], at: number): T[] => {
  const after = [...senders];
  const [moved] = after.splice(at, 1);
  if (moved !== undefined) after.splice(Math.max(at - 1, 0), 0, moved);
  return after;
};

export const without = <T extends { id: string }>(senders: readonly T[], { id }: { id: string }): T[] =>
  senders.filter((one) => one.id !== id);
