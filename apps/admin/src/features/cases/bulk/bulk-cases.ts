import { changeCases, type CaseChanges } from '@latchkey/api-client';

type Change = CaseChanges['items'][number];
type Action = 'close' | 'purge';

const AT_ONCE = 200;

export const portionsOf = (ids: readonly string[], size = AT_ONCE): string[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => ids.slice(at * size, (at + 1) * size));

/** Portion after portion: what one of them did stays done when the next one fails. */
export const actOnCases = async (ids: readonly string[], action: Action): Promise<Change[]> => {
  const done: Change[] = [];
  for (const portion of portionsOf(ids))
    done.push(...(await changeCases({ body: { ids: portion, action } })).data.items);
  return done;
};

/** How many were done, and how many were left as they are. */
export const outcomeOf = (changes: readonly Change[]): { done: number; left: number } => {
  const done = changes.filter(({ result }) => result === 'closed' || result === 'purged').length;
  return { done, left: changes.length - done };
};
