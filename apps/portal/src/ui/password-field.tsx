import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useT } from '../i18n/use-t';
import { classes } from './classes';
import { controlLook, Field, type ControlProps, type FieldTexts } from './field';
import { Icon } from './icon';

interface PasswordFieldProps extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  /** A word about what is being typed, said politely. */
  note?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

export function PasswordField({ label, hint, error, note, ...input }: PasswordFieldProps) {
  const [capsLock, setCapsLock] = useState(false);
  const t = useT('app');
  return (
    <div className="flex flex-col gap-1">
      <Field label={label} hint={hint} error={error}>
        {(control) => <PasswordInput {...input} label={label} control={control} onCapsLock={setCapsLock} />}
      </Field>
      <div aria-live="polite" className="text-[0.9375rem] empty:hidden">
        {capsLock && (
          <p className="flex gap-2 text-warn">
            <Icon name="alert" />
            {t('secret.capsLock')}
          </p>
        )}
        {note}
      </div>
    </div>
  );
}

type InputProps = Pick<PasswordFieldProps, 'label' | 'value' | 'onChange' | 'autoComplete' | 'ref'> & {
  control: ControlProps;
  onCapsLock: (isOn: boolean) => void;
};

function PasswordInput({ control, label, onCapsLock, value, onChange, autoComplete, ref }: InputProps) {
  const [isShown, setIsShown] = useState(false);
  const t = useT('app');
  const look = (event: KeyboardEvent) => onCapsLock(event.getModifierState('CapsLock'));
  return (
    <span className="relative flex">
      <input
        {...control}
        ref={ref}
        type={isShown ? 'text' : 'password'}
        name={autoComplete}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={look}
        onKeyUp={look}
        onBlur={() => onCapsLock(false)}
        className={classes(controlLook(control['aria-invalid'] === true), 'pe-28')}
      />
      <button
        type="button"
        aria-label={`${t(isShown ? 'secret.hide' : 'secret.show')}: ${label}`}
        className="absolute end-0.5 top-0.5 min-h-11 rounded-lg px-3 font-semibold text-accent-ink hover:bg-accent-soft"
        onClick={() => setIsShown(!isShown)}
      >
        {t(isShown ? 'secret.hide' : 'secret.show')}
      </button>
    </span>
  );
}
