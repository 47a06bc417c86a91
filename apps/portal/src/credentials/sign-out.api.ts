import { signOutContact } from '@latchkey/api-client';
import { useMutation } from '@tanstack/react-query';
import { tellOtherTabs } from '../lib/other-tabs';
import { paths } from '../lib/paths';
import { problemCode } from '../lib/problem';
import { forgetAllDrafts } from '../lib/use-draft';

/** Ends the session here and on the server; a fresh page, which is `to`, keeps nothing of it in memory. */
export const useSignOut = (to: string = paths.signIn) =>
  useMutation({
    mutationFn: () => signOutContact(),
    onSettled: (_answer, error) => {
      if (error && problemCode(error) !== 'session.required') return;
      forgetAllDrafts();
      tellOtherTabs();
      window.location.assign(to);
    },
  });
