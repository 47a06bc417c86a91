import { useState, type FormEvent } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import { loginIdKind, looksComplete, secretFor, type SecretKind } from '../lib/login-id';
import { paths } from '../lib/paths';
import { Button } from '../ui/button';
import { TEXT_LINK } from '../ui/classes';
import { PhoneOrEmailField } from '../ui/phone-or-email-field';
import { SecretField } from './secret-field';
import type { SignIn } from './sign-in';

interface SignInFormProps {
  loginId: string;
  onLoginId: (loginId: string) => void;
  isBusy: boolean;
  isWaiting: boolean;
  /** When the last try was refused; the secret is to be typed anew then. */
  refusedAt?: number | undefined;
  onSubmit: (signIn: SignIn) => void;
  /** Somebody else is meant now: what was said about the last try is over. */
  onOther: () => void;
}

const MIN_PIN = 4;
const HINTS = { pin: 'signIn.pinNeeds', password: 'signIn.passwordNeeds' } as const;

/** First who you are, then the secret that fits; both stay on the screen. */
export function SignInForm({ isBusy, isWaiting, ...rest }: SignInFormProps) {
  const t = useT('credentials');
  const company = useCompany();
  const form = useSignInForm(rest);
  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={form.submit}>
      <PhoneOrEmailField
        label={t('signIn.loginId')}
        hint={form.hint ? t(form.hint) : company && t('signIn.loginIdHint', { company: company.name })}
        error={form.loginIdError && t(form.loginIdError)}
        value={form.loginId}
        onChange={form.setLoginId}
      />
      {form.secretKind && (
        <SecretField
          key={form.secretKind}
          kind={form.secretKind}
          value={form.secret}
          onChange={form.setSecret}
          error={form.secretError && t(form.secretError)}
          forgotten={company?.passwordReset && <ForgottenLink email={form.loginId} />}
          onSwitch={form.switchSecret}
        />
      )}
      <Button type="submit" look="primary" wide isBusy={isBusy || isWaiting}>
        {t(isBusy ? 'signIn.busy' : form.secretKind ? 'signIn.submit' : 'signIn.next')}
      </Button>
    </form>
  );
}

function ForgottenLink({ email }: { email: string }) {
  const t = useT('credentials');
  return (
    <Link to={paths.reset} state={{ email }} className={TEXT_LINK}>
      {t('signIn.forgotten')}
    </Link>
  );
}

function useSignInForm(props: Omit<SignInFormProps, 'isBusy' | 'isWaiting'>) {
  const { loginId, onLoginId, refusedAt, onSubmit, onOther } = props;
  const [secret, setSecret] = useState('');
  const [hasContinued, setHasContinued] = useState(false);
  const [wishedKind, setWishedKind] = useState<SecretKind | null>(null);
  const [isChecked, setIsChecked] = useState(false);

  const kind = loginIdKind(loginId);
  const secretKind = hasContinued && kind ? secretFor(kind) : null;
  const isSecretMissing = secretKind === 'pin' ? secret.length < MIN_PIN : secret === '';

  const [seenRefusal, setSeenRefusal] = useState(refusedAt);
  if (refusedAt !== seenRefusal) {
    setSeenRefusal(refusedAt);
    if (refusedAt !== undefined) setSecret('');
    setIsChecked(false);
  }

  const startAgain = (text: string) => {
    onOther();
    onLoginId(text);
    setSecret('');
    setIsChecked(false);
  };
  const setLoginId = (text: string) => {
    if (loginIdKind(text) !== kind || refusedAt !== undefined) startAgain(text);
    else onLoginId(text);
  };
  // A PIN belongs to a phone number and a password to an e-mail address: the other secret needs the other login id.
  const switchSecret = () => {
    setWishedKind(secretKind === 'pin' ? 'password' : 'pin');
    setHasContinued(false);
    startAgain('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isFirstStep = !secretKind;
    setIsChecked(isFirstStep ? !looksComplete(loginId) : true);
    if (!looksComplete(loginId)) return;
    setHasContinued(true);
    if (secretKind && !isSecretMissing) onSubmit({ loginId: loginId.trim(), secretKind, secret });
  };
  return {
    loginId,
    setLoginId,
    secret,
    setSecret,
    secretKind,
    submit,
    switchSecret,
    hint: wishedKind && HINTS[wishedKind],
    ...errors({ isChecked, loginId, secretKind, isSecretMissing }),
  };
}

interface Typed {
  isChecked: boolean;
  loginId: string;
  secretKind: SecretKind | null;
  isSecretMissing: boolean;
}

function errors({ isChecked, loginId, secretKind, isSecretMissing }: Typed) {
  const isIncomplete = isChecked && !looksComplete(loginId);
  const loginIdProblem = loginId.trim() ? ('signIn.loginIdShort' as const) : ('signIn.loginIdEmpty' as const);
  const secretProblem = secretKind === 'pin' ? ('signIn.pinShort' as const) : ('signIn.passwordEmpty' as const);
  return {
    loginIdError: isIncomplete ? loginIdProblem : null,
    secretError: isChecked && secretKind && isSecretMissing ? secretProblem : null,
  };
}
