import { Navigate, useLocation } from 'react-router-dom';
import { nextPlace } from '../lib/paths';
import { useSignIn } from './credentials.api';
import { useSessionQuery } from './session.api';
import { afterRefusal, type SignInState } from './sign-in';
import { SignInPage } from './sign-in-page';

const wasEnded = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'hasEnded' in state && state.hasEnded === true;

export function SignInRoute() {
  const { search, state } = useLocation();
  const session = useSessionQuery();
  const signIn = useSignIn();
  if (session.data || signIn.isSuccess) return <Navigate to={nextPlace(search)} replace />;
  const outcome: SignInState = signIn.error
    ? afterRefusal(signIn.error, signIn.submittedAt)
    : signIn.isPending
      ? { status: 'busy', isProving: signIn.isProving }
      : { status: 'idle' };
  return (
    <SignInPage
      state={outcome}
      hasEnded={wasEnded(state)}
      onSubmit={signIn.mutate}
      refusedAt={['refused', 'waiting'].includes(outcome.status) ? signIn.submittedAt : undefined}
      onReset={signIn.reset}
    />
  );
}
