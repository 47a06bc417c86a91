import {
  acceptActivation,
  changePortalPassword,
  signInContact,
  viewActivation,
  type Activation,
} from '@latchkey/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { forgetLink } from '../lib/link-token';
import type { FirstSecret } from './first-secret-form';
import { enter } from './session.api';
import type { SignIn } from './sign-in';

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ loginId, secret }: SignIn) => signInContact({ body: { identifier: loginId, secret } }),
    onSuccess: () => enter(client),
  });
}

/** Asks what a link is for. Sent as a body, so that the token stands in no address; it changes nothing (INV-9). */
export const useActivation = (token: string | null) =>
  useQuery({
    queryKey: ['activation', token],
    queryFn: async (): Promise<Activation> => (await viewActivation({ body: { token: token ?? '' } })).data,
    enabled: token !== null,
    // The answer is about this moment; asked again, a used link would look broken behind the person's back.
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

export function useAcceptActivation(token: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (secret: FirstSecret) =>
      acceptActivation({
        body: {
          token: token ?? '',
          ...(secret.kind === 'password' ? { password: secret.password } : { keepPin: true as const }),
        },
      }),
    onSuccess: async () => {
      await enter(client);
      forgetLink();
    },
  });
}

/** Replaces a password that staff set. The session goes on under a new id. */
export function useReplacePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (newPassword: string) => changePortalPassword({ body: { newPassword } }),
    onSuccess: () => enter(client),
  });
}
