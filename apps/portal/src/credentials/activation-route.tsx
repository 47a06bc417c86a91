import { useState } from 'react';
import type { Activation } from '@latchkey/api-client';
import { Navigate } from 'react-router-dom';
import { linkToken } from '../lib/link-token';
import { toSubmission } from '../lib/loadable';
import { paths } from '../lib/paths';
import { toFailure } from '../lib/problem';
import { ActivationPage, type ActivationState } from './activation-page';
import { useAcceptActivation, useActivation } from './credentials.api';
import { isDeadLink } from './dead-link';
import type { InvitationView } from './invitation-view';

/** Looking is free; only the buttons use the link up. */
export function ActivationRoute() {
  const [token] = useState(() => linkToken(paths.activate));
  const [hasContinued, setHasContinued] = useState(false);
  const activation = useActivation(token);
  const accept = useAcceptActivation(token);
  if (accept.isSuccess) return <Navigate to={paths.home} replace />;
  const isGone = token === null || [activation.error, accept.error].some(isDeadLink);
  const state = (): ActivationState => {
    if (isGone) return { status: 'unusable' };
    if (activation.data) {
      const submission = toSubmission(accept);
      return { status: hasContinued ? 'secret' : 'welcome', invitation: toInvitation(activation.data), submission };
    }
    if (!activation.error) return { status: 'loading' };
    return { status: 'failed', failure: toFailure(activation.error), onRetry: () => void activation.refetch() };
  };
  return <ActivationPage state={state()} onContinue={() => setHasContinued(true)} onSubmit={accept.mutate} />;
}

export const toInvitation = (activation: Activation): InvitationView => ({
  companyName: activation.company,
  customerName: activation.customer,
  inviterName: activation.inviter ?? undefined,
  personName: activation.name ?? undefined,
  loginIds: activation.loginIds,
  expiresAt: activation.expiresAt,
  hasPin: activation.hasPin,
  hasPassword: activation.hasPassword,
  minPasswordLength: activation.minPasswordLength,
});
