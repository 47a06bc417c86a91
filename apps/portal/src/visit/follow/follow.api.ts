import {
  askForUpdates,
  closeFollow,
  confirmUpdates,
  getFollowedCase,
  openFollow,
  reopenFollow,
  stopUpdates,
  uploadFollowFile,
  writeFollowMessage,
  type FollowedCase,
  type GetFollowFileData,
} from '@latchkey/api-client';
import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../../i18n/language';
import type { Failure } from '../../lib/failure';
import type { Photo } from '../../lib/photo';
import { problemCode, toFailure } from '../../lib/problem';
import type { FollowLink } from '../address';

type FileUrl = GetFollowFileData['url'];
const FILE: FileUrl = '/api/v1/portal/follow/files/{id}';

export const followFileUrl = (id: string): string => FILE.replace('{id}', id);

export type FollowState =
  | { step: 'loading' }
  | { step: 'gone' }
  | { step: 'failed'; failure: Failure }
  | { step: 'ready'; item: FollowedCase };

const GONE = new Set(['session.required', 'link.invalid', 'row.not_found']);
const EVERY_MS = 30_000;

/** The case behind a follow link; read again when the page is looked at, and twice a minute while it is. */
export function useFollowed(link: FollowLink | null) {
  const language = useLanguage();
  const [state, setState] = useState<FollowState>({ step: 'loading' });
  const read = useCallback(async () => {
    try {
      setState({ step: 'ready', item: (await getFollowedCase({ query: { language: language as 'en' } })).data });
    } catch (error) {
      setState((before) => failed(before, error));
    }
  }, [language]);
  useEffect(() => {
    const start = async () => {
      // A link that was used up is refused here and again by the read, which then says so.
      if (link) await openFollow({ body: link }).catch(() => undefined);
      await read();
    };
    void start();
    const look = () => document.visibilityState === 'visible' && void read();
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [link, read]);
  return { state, read };
}

/** What is on the screen stays while a later look fails, unless the link has ended. */
function failed(before: FollowState, error: unknown): FollowState {
  if (GONE.has(problemCode(error) ?? '')) return { step: 'gone' };
  return before.step === 'ready' ? before : { step: 'failed', failure: toFailure(error) };
}

export async function reply(key: string, text: string, photos: readonly Photo[]): Promise<void> {
  const fileIds: string[] = [];
  for (const { file, name } of photos) {
    const query = { name: `${name.replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 190) || 'photo'}.jpg` };
    const { data } = await uploadFollowFile({ body: file, query, headers: { 'Content-Type': 'image/jpeg' } });
    fileIds.push(data.id);
  }
  await writeFollowMessage({ body: { body: text, fileIds }, headers: { 'Idempotency-Key': key } });
}

export const close = () => closeFollow();
export const reopen = () => reopenFollow({ body: {} });
export const wantUpdates = (email: string, language: string) => askForUpdates({ body: { email, language } });
export const endUpdates = () => stopUpdates();
export const confirmAddress = ({ follow, secret }: FollowLink) => confirmUpdates({ body: { follow, token: secret } });
