import {
  acceptStaffLink,
  changeOwnStaffPassword,
  changeOwnStaffProfile,
  confirmSecondFactor,
  endOwnStaffSession,
  renewRecoveryCodes,
  signInStaff,
  startSecondFactor,
  switchOffSecondFactor,
  signOutStaffEverywhere,
  viewStaffLink,
  type AcceptStaffLink,
  type ChangeOwnStaffPassword,
  type ChangeOwnStaffProfile,
  type SecondFactorKey,
  type SignInStaff,
  type StaffSession,
} from '@latchkey/api-client';
import { withProof } from '@latchkey/api-client/proof';
import {
  getOwnSecondFactorOptions,
  getPublicCompanyOptions,
  listOwnStaffSessionsOptions,
} from '@latchkey/api-client/query';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQuery, toSession } from '../../app/session';
import { setAccent } from '../../theme/accent-store';

const keep = (client: QueryClient, session: StaffSession): void => {
  client.setQueryData(sessionQuery.queryKey, toSession(session));
};

/** What the person before saw does not show up for the person after. */
const startOver = (client: QueryClient, session: StaffSession): void => {
  client.clear();
  keep(client, session);
};

/** Name, logo and colour, for the pages before anybody is signed in. */
export const usePublicCompany = () => {
  const { data } = useQuery(getPublicCompanyOptions());
  const colour = data?.color;
  useEffect(() => {
    if (colour !== undefined) setAccent(colour);
  }, [colour]);
  return data;
};

/** `isProving`: too much failed from this network, and the browser does some work first (D6). */
export const useSignIn = () => {
  const client = useQueryClient();
  const [isProving, setProving] = useState(false);
  const signIn = useMutation({
    mutationFn: async (body: SignInStaff) =>
      (await withProof((proof) => signInStaff({ body: { ...body, ...proof } }), setProving)).data,
    onSuccess: (session) => startOver(client, session),
  });
  return { ...signIn, isProving };
};

/** The token is a secret: it stays out of the cache's keys, and the answer goes with the page. */
export const useStaffLink = (token: string) =>
  useQuery({
    queryKey: ['viewStaffLink'],
    queryFn: async ({ signal }) => (await viewStaffLink({ body: { token }, signal })).data,
    enabled: token !== '',
    gcTime: 0,
    staleTime: Infinity,
  });

export const useAcceptLink = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: AcceptStaffLink) => (await acceptStaffLink({ body })).data,
    onSuccess: (session) => startOver(client, session),
  });
};

export const useChangeProfile = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: ChangeOwnStaffProfile) => (await changeOwnStaffProfile({ body })).data,
    onSuccess: (session) => keep(client, session),
  });
};

export const useChangePassword = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: ChangeOwnStaffPassword) => (await changeOwnStaffPassword({ body })).data,
    onSuccess: (session) => {
      keep(client, session);
      void client.invalidateQueries({ queryKey: listOwnStaffSessionsOptions().queryKey });
    },
  });
};

export const useOwnSessions = () => useQuery(listOwnStaffSessionsOptions());

export const useEndSession = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => endOwnStaffSession({ path: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: listOwnStaffSessionsOptions().queryKey }),
  });
};

export const signOutEverywhere = () => signOutStaffEverywhere();

export const useSecondStep = () => useQuery(getOwnSecondFactorOptions());

/** The page and the session say whether sign-in asks for a code. */
export const useSecondStepChanged = () => {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [getOwnSecondFactorOptions().queryKey, sessionQuery.queryKey, listOwnStaffSessionsOptions().queryKey].map(
        (queryKey) => client.invalidateQueries({ queryKey }),
      ),
    );
};

export const startSecondStep = async (): Promise<SecondFactorKey> => (await startSecondFactor()).data;

export const confirmSecondStep = async (code: string): Promise<readonly string[]> =>
  (await confirmSecondFactor({ body: { code } })).data.codes;

export const renewCodes = async (code: string): Promise<readonly string[]> =>
  (await renewRecoveryCodes({ body: { code } })).data.codes;

export const switchOffSecondStep = (code: string) => switchOffSecondFactor({ body: { code } });
