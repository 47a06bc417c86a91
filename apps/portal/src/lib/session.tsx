import type { PortalSession } from '@latchkey/api-client';
import { createContext, use } from 'react';

export type Session = PortalSession;
export type Right = Session['rights'][number];

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

/** Who is signed in. Only for pages that stand behind the sign-in. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('This page needs somebody who is signed in');
  return session;
}

/** What the server said this contact may do; it decides again at every request. */
export const can = (session: Session, right: Right): boolean => session.rights.includes(right);
