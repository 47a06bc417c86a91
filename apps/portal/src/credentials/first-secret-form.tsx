import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { Card, PageTitle } from '../ui/card';
import { ChoiceCard } from '../ui/choice-card';
import { canSavePassword, NewPasswordFields, NO_PASSWORD } from '../ui/new-password-fields';
import { canKeep, canSetPassword, getsPin, hasChoice, type InvitationView } from './invitation-view';

export type FirstSecret = { kind: 'password'; password: string } | { kind: 'keepPin' | 'withoutPassword' | 'newPin' };

interface FirstSecretFormProps {
  invitation: InvitationView;
  isBusy: boolean;
  onSubmit: (secret: FirstSecret) => void;
}

/** A password of one's own, or the PIN that came with the message, when there is one. */
export function FirstSecretForm({ invitation, isBusy, onSubmit }: FirstSecretFormProps) {
  const t = useT('first-steps');
  const [choice, setChoice] = useState<FirstSecret['kind']>(firstChoice(invitation));
  const [password, setPassword] = useState(NO_PASSWORD);
  const [isChecked, setIsChecked] = useState(false);
  const keeps = invitation.hasPin ? 'pin' : 'own';
  const rules = {
    minLength: invitation.minPasswordLength,
    ownData: [...invitation.loginIds, invitation.personName ?? ''],
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (choice !== 'password') onSubmit({ kind: choice });
    else if (canSavePassword(password, rules)) onSubmit({ kind: 'password', password: password.first });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <PageTitle title={t(titleOf(invitation))}>
        {!hasChoice(invitation) && getsPin(invitation) && t('activation.newPinHint')}
      </PageTitle>
      {/* Lets a password manager store the password with the name it belongs to. */}
      <input
        type="text"
        hidden
        readOnly
        autoComplete="username"
        value={invitation.loginIds.find((id) => id.includes('@')) ?? ''}
      />
      {hasChoice(invitation) && <Choice invitation={invitation} choice={choice} onChange={setChoice} />}
      {choice === 'password' && (
        <Card>
          <NewPasswordFields value={password} onChange={setPassword} rules={rules} isChecked={isChecked} />
        </Card>
      )}
      <Button type="submit" look="primary" wide isBusy={isBusy}>
        {t(isBusy ? 'activation.busy' : SAVE[choice === 'keepPin' ? keeps : choice])}
      </Button>
    </form>
  );
}

function titleOf(invitation: InvitationView) {
  if (hasChoice(invitation)) return 'activation.chooseTitle';
  return getsPin(invitation) ? 'activation.pinTitle' : 'activation.passwordTitle';
}

function firstChoice(invitation: InvitationView): FirstSecret['kind'] {
  if (canKeep(invitation)) return 'keepPin';
  if (getsPin(invitation)) return 'newPin';
  return canSetPassword(invitation) || !invitation.withoutPassword ? 'password' : 'withoutPassword';
}

const SAVE = {
  password: 'activation.save',
  withoutPassword: 'activation.enter',
  newPin: 'activation.makePin',
  pin: 'activation.savePin',
  own: 'activation.savePassword',
} as const;

interface ChoiceProps {
  invitation: InvitationView;
  choice: FirstSecret['kind'];
  onChange: (choice: FirstSecret['kind']) => void;
}

function Choice({ invitation, choice, onChange }: ChoiceProps) {
  const t = useT('first-steps');
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">{t('activation.chooseTitle')}</legend>
      {canKeep(invitation) && (
        <ChoiceCard
          name="secret"
          title={t(invitation.hasPin ? 'activation.keepPin' : 'activation.keepPassword')}
          hint={t(invitation.hasPin ? 'activation.keepPinHint' : 'activation.keepPasswordHint')}
          isChosen={choice === 'keepPin'}
          onChoose={() => onChange('keepPin')}
        />
      )}
      {getsPin(invitation) && (
        <ChoiceCard
          name="secret"
          title={t('activation.newPin')}
          hint={t('activation.newPinHint')}
          isChosen={choice === 'newPin'}
          onChoose={() => onChange('newPin')}
        />
      )}
      {canSetPassword(invitation) && (
        <ChoiceCard
          name="secret"
          title={t('activation.choosePassword')}
          hint={t('activation.choosePasswordHint')}
          isChosen={choice === 'password'}
          onChoose={() => onChange('password')}
        />
      )}
      {invitation.withoutPassword && (
        <ChoiceCard
          name="secret"
          title={t('activation.withoutPassword')}
          hint={t('activation.withoutPasswordHint')}
          isChosen={choice === 'withoutPassword'}
          onChoose={() => onChange('withoutPassword')}
        />
      )}
    </fieldset>
  );
}
