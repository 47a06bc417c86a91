import { useId, type ComponentProps, type ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { classes } from './classes';
import { Icon } from './icon';

export interface FieldTexts {
  label: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  isOptional?: boolean;
}

export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps extends FieldTexts {
  children: (control: ControlProps) => ReactNode;
}

/** Label, hint and error of one control, tied to it for screen readers. */
export function Field({ label, hint, error, isOptional = false, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        <FieldName label={label} isOptional={isOptional} />
      </label>
      {hint && (
        <div id={`${id}-hint`} className="text-[0.9375rem] text-quiet">
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

/** What a label or a legend says; what may stay empty says so. */
export function FieldName({ label, isOptional }: { label: string; isOptional?: boolean }) {
  const t = useT('app');
  return (
    <>
      {label}
      {isOptional && <span className="font-normal text-quiet"> ({t('optional')})</span>}
    </>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex gap-2 font-medium text-bad">
      <Icon name="alert" className="mt-0.5" />
      {children}
    </p>
  );
}

export const controlLook = (hasError: boolean): string =>
  classes(
    'min-h-12 w-full rounded-lg border bg-surface px-3 py-2 text-ink placeholder:text-quiet',
    hasError ? 'border-2 border-bad' : 'border-field-line',
  );

type TextFieldProps = FieldTexts & Omit<ComponentProps<'input'>, 'onChange'> & { onChange: (value: string) => void };

export function TextField({ label, hint, error, isOptional, onChange, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional}>
      {(control) => (
        <input
          {...control}
          {...input}
          className={controlLook(Boolean(error))}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldTexts & Omit<ComponentProps<'textarea'>, 'onChange'> & { onChange: (value: string) => void };

/** Grows with what is written, where the browser can. */
export function TextArea({ label, hint, error, isOptional, onChange, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional}>
      {(control) => (
        <textarea
          rows={4}
          {...control}
          {...area}
          className={classes(controlLook(Boolean(error)), 'field-sizing-content max-h-96 min-h-32')}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type SelectFieldProps = FieldTexts & { value: string; onChange: (value: string) => void; children: ReactNode };

export function SelectField({ label, hint, error, value, onChange, children }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <select
          {...control}
          value={value}
          className={controlLook(Boolean(error))}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
      )}
    </Field>
  );
}
