import {
  changeOwnStaffProfile,
  client,
  getStaffSession,
  signOutStaff,
  type ChangeOwnStaffProfile,
  type StaffSession,
} from '@latchkey/api-client';
import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { toProblem } from '../lib/problem';

/** Who is signed in and what the server lets this person do. */
export interface Session {
  staffMember: Pick<StaffSession['staff'], 'id' | 'name' | 'email' | 'role' | 'language'>;
  /** Effective permissions, "customer:read"; the server computes them, the app only asks. */
  permissions: readonly string[];
  company: {
    name: string;
    /** "#rrggbb", or null for the default. */
    accent: string | null;
    hasLogo: boolean;
    language: string;
    country: string;
  };
  /** Sign-in asks for a code as well. */
  hasSecondFactor: boolean;
  /** Nothing but setting up the second step is let through. */
  mustEnrol: boolean;
  /** Messages do not leave the house: they are shown at /outbox. */
  isDemo: boolean;
}

export const toSession = ({ staff, permissions, company, demo, ...second }: StaffSession): Session => ({
  staffMember: staff,
  permissions,
  company: {
    name: company.name,
    accent: company.color,
    hasLogo: company.hasLogo,
    language: company.language,
    country: company.country,
  },
  hasSecondFactor: second.hasSecondFactor,
  mustEnrol: second.mustEnrol,
  isDemo: demo,
});

export const sessionQuery = queryOptions<Session>({
  queryKey: ['session'],
  queryFn: async ({ signal }) => toSession((await getStaffSession({ signal })).data),
  staleTime: 60_000,
});

export const signOut = async (): Promise<void> => {
  await signOutStaff();
};

/** The language of this app and of the messages to this person. */
export const saveLanguage = async (language: string): Promise<Session> =>
  toSession((await changeOwnStaffProfile({ body: { language: language as ChangeOwnStaffProfile['language'] } })).data);

const isGone = (error: unknown): boolean => toProblem(error).code === 'session.required';

/**
 * Calls `listener` when the API says that the session is gone, whoever asked. It is asked once more before that: another act
 * or tab may just have given the session a new id (SES-1) while the refused request was on its way.
 */
export const onSignedOut = (listener: () => void): void => {
  let asking: Promise<unknown> | undefined;
  const askAgain = async (): Promise<void> => {
    try {
      await getStaffSession();
    } catch (error) {
      if (isGone(error)) listener();
    }
    asking = undefined;
  };
  client.interceptors.error.use((error) => {
    if (isGone(error)) asking ??= askAgain();
    return error;
  });
};

export const SessionContext = createContext<Session | null>(null);

/** Only below the session gate. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for pages behind the session gate');
  return session;
};

/** Hides what the server would refuse anyway; it never replaces the server's check. */
export const useCan = (): ((permission: string | undefined) => boolean) => {
  const { permissions } = useSession();
  return (permission) => permission === undefined || permissions.includes(permission);
};
