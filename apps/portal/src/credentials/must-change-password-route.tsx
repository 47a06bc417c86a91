import { Navigate, useLocation } from 'react-router-dom';
import { toSubmission } from '../lib/loadable';
import { ownDataOf } from '../lib/own-data';
import { nextPlace } from '../lib/paths';
import { useSession } from '../lib/session';
import { useReplacePassword } from './credentials.api';
import { MustChangePasswordPage } from './must-change-password-page';

export function MustChangePasswordRoute() {
  const session = useSession();
  const { search } = useLocation();
  const replace = useReplacePassword();
  if (!session.mustChange) return <Navigate to={nextPlace(search)} replace />;
  return (
    <MustChangePasswordPage
      rules={{ minLength: session.minPasswordLength, ownData: ownDataOf(session) }}
      loginId={session.email ?? undefined}
      submission={toSubmission(replace)}
      onSubmit={replace.mutate}
    />
  );
}
