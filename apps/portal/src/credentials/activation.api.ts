import {
  acceptActivation,
  askForInvitation,
  enterActivationCode,
  openActivation,
  viewActivation,
  type AcceptActivation,
  type Activation,
} from '@latchkey/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { forgetLink } from '../lib/link-token';
import type { TypedCode } from './code-page';
import type { FirstSecret } from './first-secret-form';
import { enter } from './session.api';
import { useProof } from './use-proof';

/** Asks what a link is for. Sent as a body, so that the token stands in no address; it changes nothing (INV-9). */
export const useActivation = (token: string) =>
  useQuery({
    queryKey: ['activation', token],
    queryFn: async (): Promise<Activation> => (await viewActivation({ body: { token } })).data,
    // The answer is about this moment; asked again, a used link would look broken behind the person's back.
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

/** Continue was pressed: staff see that the invitation arrived. */
export const useOpenActivation = (token: string) =>
  useMutation({ mutationFn: () => openActivation({ body: { token } }) });

const SECRETS = {
  keepPin: { keepPin: true },
  withoutPassword: { withoutPassword: true },
  newPin: { newPin: true },
} as const;

export function useAcceptActivation(token: string) {
  const client = useQueryClient();
  const language = useLanguage();
  return useMutation({
    mutationFn: async (secret: FirstSecret) => {
      const chosen = secret.kind === 'password' ? { password: secret.password } : SECRETS[secret.kind];
      // The server refuses a language it has no messages in.
      const body = { token, ...chosen, language: language as AcceptActivation['language'] };
      return (await acceptActivation({ body })).data;
    },
    onSuccess: async () => {
      await enter(client);
      forgetLink();
    },
  });
}

/** The code below the link, for the token of the link. */
export function useEnterCode() {
  const { isProving, prove } = useProof();
  const enterCode = useMutation({
    mutationFn: async (typed: TypedCode) =>
      (await prove((proof) => enterActivationCode({ body: { ...typed, ...proof } }))).data.token,
  });
  return { ...enterCode, isProving };
}

export const useAskForInvitation = (token: string) =>
  useMutation({ mutationFn: () => askForInvitation({ body: { token } }) });
