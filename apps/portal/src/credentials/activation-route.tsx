import { useEffect, useState } from 'react';
import type { Activation } from '@latchkey/api-client';
import { Navigate } from 'react-router-dom';
import { forgetLink, linkToken } from '../lib/link-token';
import { toSubmission } from '../lib/loadable';
import { paths } from '../lib/paths';
import { toFailure } from '../lib/problem';
import { ActivationPage, type ActivationState } from './activation-page';
import {
  useAcceptActivation,
  useActivation,
  useAskForInvitation,
  useEnterCode,
  useOpenActivation,
} from './activation.api';
import { CodePage } from './code-page';
import { isDeadLink, linkEndOf } from './dead-link';
import type { InvitationView } from './invitation-view';
import { LinkEnded } from './link-ends';
import { OwnPin } from './own-pin';

/** With a link, what it is for; without one, the code below it is typed. */
export function ActivationRoute() {
  const [token, setToken] = useState(() => linkToken(paths.activate));
  return token === null ? (
    <Code onToken={setToken} />
  ) : (
    <Invited key={token} token={token} onCode={() => setToken(null)} />
  );
}

function Code({ onToken }: { onToken: (token: string) => void }) {
  const enter = useEnterCode();
  return (
    <CodePage submission={toSubmission(enter)} onSubmit={(typed) => enter.mutate(typed, { onSuccess: onToken })} />
  );
}

/** Looking is free; only the buttons tell anybody, and only the last one uses the link up. */
function Invited({ token, onCode }: { token: string; onCode: () => void }) {
  const activation = useActivation(token);
  const open = useOpenActivation(token);
  const accept = useAcceptActivation(token);
  const ask = useAskForInvitation(token);
  const [hasNoted, setHasNoted] = useState(false);
  const errors = [activation.error, open.error, accept.error];
  const end = errors.map(linkEndOf).find((one) => one !== undefined);
  const isDead = errors.some(isDeadLink);
  useForgotten(isDead || end !== undefined);
  if (accept.isSuccess && (accept.data.pin === null || hasNoted)) return <Navigate to={paths.home} replace />;
  if (accept.isSuccess) {
    const phone = activation.data?.loginIds.find((id) => !id.includes('@')) ?? '';
    return <OwnPin pin={accept.data.pin ?? ''} phone={phone} onNoted={() => setHasNoted(true)} />;
  }
  if (end) return <LinkEnded end={end} asking={toSubmission(ask)} onAsk={ask.mutate} onCode={onCode} />;
  const state = (): ActivationState => {
    if (isDead) return { status: 'unusable', onCode };
    if (activation.data) {
      const status = open.isSuccess ? 'secret' : 'welcome';
      return {
        status,
        invitation: toInvitation(activation.data),
        submission: toSubmission(status === 'secret' ? accept : open),
      };
    }
    if (!activation.error) return { status: 'loading' };
    return { status: 'failed', failure: toFailure(activation.error), onRetry: () => void activation.refetch() };
  };
  return <ActivationPage state={state()} onContinue={open.mutate} onSubmit={accept.mutate} />;
}

/** What lets nobody in any more must not stand in the way of the code of the newer message, in the same tab. */
function useForgotten(isDead: boolean): void {
  useEffect(() => {
    if (isDead) forgetLink();
  }, [isDead]);
}

const toInvitation = (activation: Activation): InvitationView => ({
  companyName: activation.company,
  customerName: activation.customer,
  inviterName: activation.inviter ?? undefined,
  personName: activation.name ?? undefined,
  loginIds: activation.loginIds,
  expiresAt: activation.expiresAt,
  hasPin: activation.hasPin,
  hasPassword: activation.hasPassword,
  mayHavePin: activation.mayHavePin,
  withoutPassword: activation.withoutPassword,
  minPasswordLength: activation.minPasswordLength,
});
