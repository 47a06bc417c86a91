import { useState, type FormEvent, type ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import { isAcceptable, passwordVerdict, type PasswordRules, type PasswordVerdict } from '../lib/password-strength';
import { Button } from './button';
import { Card, PageTitle } from './card';
import { classes } from './classes';
import { FailedState } from './failed-state';
import { PasswordField } from './password-field';

export interface NewPassword {
  first: string;
  second: string;
}

export const NO_PASSWORD: NewPassword = { first: '', second: '' };

interface NewPasswordFieldsProps {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
  rules: PasswordRules;
  /** True once somebody tried to send the form: only then are gaps errors. */
  isChecked: boolean;
}

export const canSavePassword = (value: NewPassword, rules: PasswordRules): boolean =>
  isAcceptable(passwordVerdict(value.first, rules)) && value.first === value.second;

/** A new password twice, with a word about its strength while it is typed. */
export function NewPasswordFields({ value, onChange, rules, isChecked }: NewPasswordFieldsProps) {
  const t = useT('forms');
  const verdict = passwordVerdict(value.first, rules);
  const isWrong = isChecked && !isAcceptable(verdict);
  const differs = value.first !== value.second;
  return (
    <>
      <PasswordField
        label={t('newPassword.first')}
        hint={t('newPassword.rule', { min: rules.minLength })}
        error={isWrong ? t(`newPassword.${verdict}`, { min: rules.minLength }) : null}
        note={verdict !== 'empty' && !isWrong && <Strength verdict={verdict} min={rules.minLength} />}
        autoComplete="new-password"
        value={value.first}
        onChange={(first) => onChange({ ...value, first })}
      />
      <PasswordField
        label={t('newPassword.second')}
        error={isChecked && !isWrong && differs ? t('newPassword.mismatch') : null}
        autoComplete="new-password"
        value={value.second}
        onChange={(second) => onChange({ ...value, second })}
      />
    </>
  );
}

const BARS: Partial<Record<PasswordVerdict, number>> = { weak: 1, fair: 2, strong: 3 };
const COLOURS = ['bg-line', 'bg-warn', 'bg-good', 'bg-good'];

function Strength({ verdict, min }: { verdict: PasswordVerdict; min: number }) {
  const t = useT('forms');
  const bars = BARS[verdict] ?? 0;
  return (
    <p className="mt-1 flex items-center gap-3 text-quiet">
      <span className="flex w-24 shrink-0 gap-1" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <span key={bar} className={classes('h-1.5 flex-1 rounded-full', bar <= bars ? COLOURS[bars] : 'bg-line')} />
        ))}
      </span>
      {t(`newPassword.${verdict}`, { min })}
    </p>
  );
}

interface NewPasswordFormProps {
  /** What the page is called, and what it says when the password was not saved. */
  texts: { title: string; lead: ReactNode; failed: string; save: string; busy: string };
  rules: PasswordRules;
  /** For the password manager of the browser. */
  loginId: string;
  submission: Submission;
  onSubmit: (password: string) => void;
  /** Below the button. */
  children?: ReactNode;
}

/** A page whose one question is a new password, twice. */
export function NewPasswordForm({ texts, rules, loginId, submission, onSubmit, children }: NewPasswordFormProps) {
  const [password, setPassword] = useState(NO_PASSWORD);
  const [isChecked, setIsChecked] = useState(false);
  const isBusy = submission.status === 'busy';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (canSavePassword(password, rules)) onSubmit(password.first);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <PageTitle title={texts.title}>{texts.lead}</PageTitle>
      <input type="text" hidden readOnly autoComplete="username" value={loginId} />
      {submission.status === 'failed' && <FailedState title={texts.failed} failure={submission.failure} />}
      <Card>
        <NewPasswordFields value={password} onChange={setPassword} rules={rules} isChecked={isChecked} />
        <Button type="submit" look="primary" wide isBusy={isBusy}>
          {isBusy ? texts.busy : texts.save}
        </Button>
        {children}
      </Card>
    </form>
  );
}
