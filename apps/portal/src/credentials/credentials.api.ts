import { changePortalPassword, signInContact } from '@latchkey/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { enter } from './session.api';
import type { SignIn } from './sign-in';

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ loginId, secret }: SignIn) => signInContact({ body: { identifier: loginId, secret } }),
    onSuccess: () => enter(client),
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
