import {
  closePortalCase,
  getPortalCase,
  listPortalCases,
  openPortalCase,
  reopenPortalCase,
  uploadPortalCaseFile,
  writePortalCaseMessage,
  type PortalCase,
} from '@latchkey/api-client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Progress } from '../lib/loadable';
import type { Photo } from '../lib/photo';
import { asUpload } from '../lib/photo-upload';
import { problemCode } from '../lib/problem';
import { isWorthSendingAgain } from '../lib/query-client';
import { queryKeys } from '../lib/query-keys';
import { forgetArrived, sendPhotos } from '../lib/send-photos';
import type { CaseFilter } from './case-filter';
import type { Reply } from './reply-form';
import { descriptionOf, type ReportDraft } from './report-draft';

const STATUS = { all: undefined, open: 'active', done: 'done' } as const;

/** What needs the contact first, then the newest activity; a page at a time. */
export const useCases = ({ whose, status }: CaseFilter, isAllowed: boolean) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.caseList, whose, status],
    queryFn: async ({ pageParam }) =>
      (await listPortalCases({ query: { scope: whose, status: STATUS[status], cursor: pageParam } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: isAllowed,
  });

export const useCase = (id: string) =>
  useQuery({ queryKey: queryKeys.case(id), queryFn: async () => (await getPortalCase({ path: { id } })).data });

/** Own cases, newest first: where a report is looked for whose answer was lost. */
export const useFindOwnCase = (subjects: readonly string[] | null) =>
  useQuery({
    queryKey: [...queryKeys.caseList, 'reported', subjects],
    queryFn: async () => {
      const { data } = await listPortalCases({ query: { scope: 'mine', limit: 50 } });
      const newestFirst = data.items.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
      return newestFirst.find(({ subject }) => subjects?.includes(subject)) ?? null;
    },
    enabled: subjects !== null,
    staleTime: 0,
  });

interface Sending {
  idempotencyKey: string;
  photos: readonly Photo[];
}

const sendPhoto = async (photo: Photo): Promise<string> => (await uploadPortalCaseFile(asUpload(photo))).data.id;

/** Photos first, one by one, then what they belong to; after a lost connection all of it goes out again, once. */
function useSending<Draft extends Sending, Answer>(send: (draft: Draft, fileIds: string[]) => Promise<Answer>) {
  const [progress, setProgress] = useState<Progress>();
  const mutation = useMutation({
    mutationFn: async (draft: Draft) => {
      const of = draft.photos.length;
      const show = (sent: number) => setProgress(of > 0 ? { sent, of } : undefined);
      const fileIds = await sendPhotos(draft.photos, sendPhoto, show);
      return send(draft, fileIds);
    },
    retry: isWorthSendingAgain,
    onError: (error, { photos }) => {
      if (problemCode(error) === 'request.invalid_body') forgetArrived(photos);
    },
  });
  return { ...mutation, progress };
}

export function useSendReport() {
  const client = useQueryClient();
  return useSending(async ({ photos: _, ...draft }: ReportDraft & Sending, fileIds) => {
    const { data } = await openPortalCase({
      body: { subject: draft.subject, description: descriptionOf(draft), device: draft.device || null, fileIds },
      headers: { 'Idempotency-Key': draft.idempotencyKey },
    });
    void client.invalidateQueries({ queryKey: queryKeys.caseList });
    void client.invalidateQueries({ queryKey: queryKeys.companies });
    return data;
  });
}

export function useReply(id: string) {
  const client = useQueryClient();
  return useSending(async ({ text, idempotencyKey }: Reply, fileIds) => {
    const sent = writePortalCaseMessage({
      path: { id },
      body: { body: text, fileIds },
      headers: { 'Idempotency-Key': idempotencyKey },
    });
    // After a refusal too: then the case is not what the page shows.
    const refresh = () => client.invalidateQueries({ queryKey: queryKeys.case(id) });
    sent.catch(() => void refresh());
    await sent;
    void client.invalidateQueries({ queryKey: queryKeys.caseList });
    await refresh();
  });
}

export function useCaseAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (action: 'close' | 'reopen'): Promise<PortalCase> =>
      action === 'close'
        ? (await closePortalCase({ path: { id } })).data
        : (await reopenPortalCase({ path: { id }, body: {} })).data,
    onSuccess: (item) => {
      client.setQueryData(queryKeys.case(id), item);
      void client.invalidateQueries({ queryKey: queryKeys.caseList });
      void client.invalidateQueries({ queryKey: queryKeys.companies });
    },
    onError: () => client.invalidateQueries({ queryKey: queryKeys.case(id) }),
  });
}
