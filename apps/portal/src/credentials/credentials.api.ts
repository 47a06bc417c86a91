import { changePortalPassword, signInContact } from '@latchkey/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { enter } from './session.api';
import type { SignIn } from './sign-in';
import { useProof } from './use-proof';

export function useSignIn() {
  const client = useQueryClient();
  const { isProving, prove } = useProof();
  const signIn = useMutation({
    mutationFn: ({ loginId, secret }: SignIn) =>
      prove((proof) => signInContact({ body: { identifier: loginId, secret, ...proof } })),
    onSuccess: () => enter(client),
  });
  return { ...signIn, isProving };
}

/** Replaces a password that staff set. The session goes on under a new id. */
export function useReplacePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (newPassword: string) => changePortalPassword({ body: { newPassword } }),
    onSuccess: () => enter(client),
  });
}
