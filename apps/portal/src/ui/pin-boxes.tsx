import { useState, type Ref } from 'react';
import { useT } from '../i18n/use-t';
import { pinDigits } from '../lib/digits';
import { classes } from './classes';
import { Field, type FieldTexts } from './field';

interface PinBoxesProps extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  /** `current-password` for a person's own PIN, `one-time-code` for one that was just sent. */
  autoComplete: 'current-password' | 'one-time-code';
  /** When the length is known; else boxes appear from 4 up to 8 while typing. */
  length?: number;
  ref?: Ref<HTMLInputElement>;
}

const MIN = 4;
const MAX = 8;

/** One real input, drawn as boxes: paste, password managers and screen readers find an ordinary field. */
export function PinBoxes({ label, hint, error, value, onChange, autoComplete, length, ref }: PinBoxesProps) {
  const [isShown, setIsShown] = useState(autoComplete === 'one-time-code');
  const count = length ?? Math.min(MAX, Math.max(MIN, value.length + (value.length >= MIN ? 1 : 0)));
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="flex flex-wrap items-center gap-2">
          <span className="relative inline-block" dir="ltr">
            <input
              {...control}
              ref={ref}
              type={isShown ? 'text' : 'password'}
              inputMode="numeric"
              name="pin"
              autoComplete={autoComplete}
              value={value}
              onChange={(event) => onChange(pinDigits(event.target.value, length ?? MAX))}
              className="peer absolute inset-0 z-10 h-full w-full cursor-text rounded-lg bg-transparent text-transparent caret-transparent outline-none selection:bg-transparent"
            />
            <Boxes
              value={value}
              count={count}
              isShown={isShown}
              hasError={Boolean(error)}
              firstOptional={length ?? MIN}
            />
          </span>
          {autoComplete === 'current-password' && <ShowSwitch label={label} isShown={isShown} onChange={setIsShown} />}
        </div>
      )}
    </Field>
  );
}

interface BoxesProps {
  value: string;
  count: number;
  isShown: boolean;
  hasError: boolean;
  firstOptional: number;
}

function Boxes({ value, count, isShown, hasError, firstOptional }: BoxesProps) {
  return (
    <span
      className="flex gap-1 rounded-lg peer-focus-visible:outline-3 peer-focus-visible:outline-offset-4 peer-focus-visible:outline-(--focus)"
      aria-hidden="true"
    >
      {Array.from({ length: count }, (_, at) => (
        <span
          key={at}
          className={classes(
            count <= MIN + 1 ? 'w-11 sm:w-12' : 'w-[clamp(1.5rem,8.5vw,3rem)]',
            'flex h-14 items-center justify-center rounded-lg border bg-surface text-xl font-semibold tabular-nums',
            hasError ? 'border-2 border-bad' : at === value.length ? 'border-2 border-accent-ink' : 'border-field-line',
            at >= firstOptional && at >= value.length && 'border-dashed',
          )}
        >
          {at < value.length && (isShown ? value[at] : '•')}
        </span>
      ))}
    </span>
  );
}

function ShowSwitch({
  label,
  isShown,
  onChange,
}: {
  label: string;
  isShown: boolean;
  onChange: (isShown: boolean) => void;
}) {
  const t = useT('app');
  return (
    <button
      type="button"
      className="min-h-11 rounded-lg px-3 font-semibold text-accent-ink hover:bg-accent-soft"
      aria-label={`${t(isShown ? 'secret.hide' : 'secret.show')}: ${label}`}
      onClick={() => onChange(!isShown)}
    >
      {t(isShown ? 'secret.hide' : 'secret.show')}
    </button>
  );
}
