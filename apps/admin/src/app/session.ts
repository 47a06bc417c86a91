import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';

/*
 * FOR THE SIGN-IN ENGINEER: this file is the only one that stands in for the generated client.
 * Replace `sessionQuery.queryFn` and `signOut` with the client's operations, keep the names and types;
 * nothing else in app/ needs to change. Until then everybody is signed out.
 */

/** Who is signed in and what the server lets this person do. */
export interface Session {
  staffMember: { id: string; name: string; email: string };
  /** Effective permissions, "customer:read"; the server computes them, the app only asks. */
  permissions: readonly string[];
  company: { name: string; /** "#rrggbb", or null for the default. */ accent: string | null };
}

export const sessionQuery = queryOptions<Session>({
  queryKey: ['session'],
  queryFn: () => Promise.reject({ status: 401, code: 'session.none' }),
  staleTime: 60_000,
});

export const signOut = (): Promise<void> => Promise.reject({ status: 501, code: 'unknown' });

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
