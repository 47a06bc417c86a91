import { find, keep } from './store';

interface KeptLink {
  id: string;
  path: string;
}

/** Follow links of this phone's own cases, so that a returning person needs no message to find them (S1.x4). */
export const keepLink = (caseId: string, path: string): Promise<unknown> =>
  keep('pages', { id: `link:${caseId}`, path } as KeptLink).catch(() => undefined);

export const keptLink = async (caseId: string): Promise<string | undefined> =>
  (await find<KeptLink>('pages', `link:${caseId}`).catch(() => undefined))?.path;
