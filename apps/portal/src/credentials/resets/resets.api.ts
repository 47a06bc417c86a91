import {
  askPasswordReset,
  finishPasswordReset,
  viewPasswordReset,
  type AskReset,
  type Reset,
} from '@latchkey/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { forgetLink } from '../../lib/link-token';
import { useProof } from '../use-proof';

/** `phone` is left out where nothing was typed. */
export type AskedReset = AskReset;

/** Answered the same for every address: what becomes of it only the owner of the mailbox sees. */
export function useAskReset() {
  const { isProving, prove } = useProof();
  const ask = useMutation({
    mutationFn: (body: AskedReset) => prove((proof) => askPasswordReset({ body: { ...body, ...proof } })),
  });
  return { ...ask, isProving };
}

/** Asks whose link this is. Sent as a body, so that the token stands in no address; it changes nothing. */
export const useReset = (token: string) =>
  useQuery({
    queryKey: ['reset', token],
    queryFn: async (): Promise<Reset> => (await viewPasswordReset({ body: { token } })).data,
    // The answer is about this moment; asked again, a used link would look broken behind the person's back.
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

export const useFinishReset = (token: string) =>
  useMutation({
    mutationFn: (password: string) => finishPasswordReset({ body: { token, password } }),
    onSuccess: forgetLink,
  });
