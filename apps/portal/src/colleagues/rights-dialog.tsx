import type { Colleague } from '@latchkey/api-client';
import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import type { Right } from '../lib/session';
import { isSecretMissing, type OwnProof, OwnSecretField, typedSecret } from '../profile/own-secret-field';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FailedState } from '../ui/failed-state';
import type { RightsChange } from './colleagues.api';
import { ASKED_RIGHTS } from './invite-rules';
import { RightsChoice } from './rights-choice';

export interface RightsProps {
  mayGrant: readonly Right[];
  proof: OwnProof;
  submission: Submission;
  /** Forgets how the last one went. */
  onStart: () => void;
  onChange: (change: RightsChange) => void;
}

interface RightsDialogProps extends RightsProps {
  colleague: Colleague;
  onClose: () => void;
}

/** What a colleague may do from now on; the own secret is typed once more (C10, SES-6). */
export function RightsDialog({ colleague, mayGrant, proof, submission, onChange, onClose }: RightsDialogProps) {
  const t = useT('colleagues');
  const offered = ASKED_RIGHTS.filter((right) => mayGrant.includes(right) && !colleague.withheld.includes(right));
  const [refused, setRefused] = useState<readonly Right[]>(
    offered.filter((right) => !colleague.rights.includes(right)),
  );
  const [secret, setSecret] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const name = colleague.name || t('nameless');
  const isBusy = submission.status === 'busy';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isBusy || isSecretMissing(proof, secret)) return;
    // What is not asked about (own password and name) stays as it is.
    const kept = colleague.rights.filter((right) => !offered.some((one) => one === right));
    const rights = [...kept, ...offered.filter((right) => !refused.includes(right))];
    onChange({ colleague, body: { rights, ...typedSecret(proof, secret) } });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Dialog
        isOpen
        title={t('changeRightsTitle', { name })}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" look="primary" isBusy={isBusy}>
              {t(isBusy ? 'saving' : 'save')}
            </Button>
          </>
        }
      >
        <RightsChoice offered={offered} refused={refused} onChange={setRefused} isTitled />
        <OwnSecretField proof={proof} value={secret} onChange={setSecret} isChecked={isChecked} />
        {submission.status === 'failed' && <FailedState title={t('notSaved')} failure={submission.failure} />}
      </Dialog>
    </form>
  );
}
