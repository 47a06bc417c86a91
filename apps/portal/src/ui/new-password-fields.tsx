import { useT } from '../i18n/use-t';
import { isAcceptable, passwordVerdict, type PasswordRules, type PasswordVerdict } from '../lib/password-strength';
import { classes } from './classes';
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
