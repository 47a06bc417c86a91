import {
  askForUpdates,
  closeFollow,
  confirmUpdates,
  getFollowedCase,
  openFollow,
  reopenFollow,
  stopMail,
  stopUpdates,
  uploadFollowFile,
  writeFollowMessage,
  type FollowedCase,
  type GetFollowFileData,
} from '@latchkey/api-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/language';
import type { Failure } from '../../lib/failure';
import type { Photo } from '../../lib/photo';
import { asUpload } from '../../lib/photo-upload';
import { problemCode, toFailure } from '../../lib/problem';
import { sendPhotos } from '../../lib/send-photos';
import { followLink, type FollowLink } from '../address';

type FileUrl = GetFollowFileData['url'];
const FILE: FileUrl = '/api/v1/portal/follow/files/{id}';

/** Ended, or never whole. */
export const DEAD_LINK: readonly (string | undefined)[] = ['link.invalid', 'request.invalid_body'];

export const followFileUrl = (id: string): string => FILE.replace('{id}', id);

export type FollowState =
  | { step: 'loading' }
  | { step: 'gone' }
  | { step: 'failed'; failure: Failure }
  | { step: 'ready'; item: FollowedCase };

const GONE = new Set(['session.required', 'row.not_found', ...DEAD_LINK]);
const EVERY_MS = 30_000;

/** The case behind a follow link; read again when the page is looked at, and twice a minute while it is. */
export function useFollowed(link: FollowLink | null) {
  const language = useLanguage();
  const [state, setState] = useState<FollowState>({ step: 'loading' });
  const number = useRef<number | undefined>(undefined);
  const isGone = state.step === 'gone';
  const read = useCallback(async () => {
    try {
      const item = await readCase(link, { number: number.current, language });
      number.current = item.number;
      setState({ step: 'ready', item });
    } catch (error) {
      setState((before) => failed(before, error));
    }
  }, [link, language]);
  useEffect(() => void read(), [read]);
  useEffect(() => {
    if (isGone) return undefined;
    const look = () => document.visibilityState === 'visible' && void read();
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [isGone, read]);
  return { state, read };
}

/** The case of this link and no other. A browser follows one case at a time: another tab may have opened another link since. */
async function readCase(
  link: FollowLink | null,
  { number, language }: { number: number | undefined; language: string },
): Promise<FollowedCase> {
  const look = async () => (await getFollowedCase({ query: { language: language as 'en' } })).data;
  const item = link && number === undefined ? undefined : await look();
  if (item && (!link || item.number === number)) return item;
  if (link) await openFollow({ body: link });
  return look();
}

/** Before anything is written: into the case of this page, whatever another tab has opened. */
async function comeBack(): Promise<void> {
  const link = followLink('follow');
  if (link) await openFollow({ body: link });
}

/** What is on the screen stays while a later look fails, unless the link has ended. */
function failed(before: FollowState, error: unknown): FollowState {
  if (GONE.has(problemCode(error))) return { step: 'gone' };
  return before.step === 'ready' ? before : { step: 'failed', failure: toFailure(error) };
}

export async function reply(key: string, text: string, photos: readonly Photo[]): Promise<void> {
  await comeBack();
  const fileIds = await sendPhotos(photos, async (photo) => (await uploadFollowFile(asUpload(photo))).data.id);
  await writeFollowMessage({ body: { body: text, fileIds }, headers: { 'Idempotency-Key': key } });
}

export const close = () => comeBack().then(() => closeFollow());
export const reopen = () => comeBack().then(() => reopenFollow({ body: {} }));
export const wantUpdates = (email: string, language: string) =>
  comeBack().then(() => askForUpdates({ body: { email, language } }));
export const endUpdates = () => comeBack().then(() => stopUpdates());
export const confirmAddress = ({ follow, secret }: FollowLink) => confirmUpdates({ body: { follow, token: secret } });
export const neverAgain = (token: string) => stopMail({ body: { token } });
