import { endFollow } from '@latchkey/api-client';
import { all, find, forget, keep } from './store';

interface KeptLink {
  id: string;
  path: string;
}

/** Follow links of this phone's own cases, so that a returning person needs no message to find them (S1.x4). */
export const keepLink = (caseId: string, path: string): Promise<unknown> =>
  keep('pages', { id: `link:${caseId}`, path } as KeptLink).catch(() => undefined);

export const keptLink = async (caseId: string): Promise<string | undefined> =>
  (await find<KeptLink>('pages', `link:${caseId}`).catch(() => undefined))?.path;

/**
 * Somebody leaves on purpose, perhaps at a phone of the company: the next person finds no name, address, draft or link of theirs.
 * Reports that have not arrived stay, or they would be lost.
 */
export async function forgetPerson(): Promise<void> {
  const kept = await all<{ id: string }>('pages').catch(() => []);
  await Promise.all(kept.map(({ id }) => forget('pages', id).catch(() => undefined)));
  await endFollow().catch(() => undefined);
}
