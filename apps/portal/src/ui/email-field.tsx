import { TextField, type FieldTexts } from './field';

type Props = FieldTexts & {
  value: string;
  onChange: (value: string) => void;
  autoComplete?: 'email' | 'username' | 'off';
};

/** An address, as it is typed: no browser corrects it or begins it with a capital. */
export function EmailField({ autoComplete = 'email', ...field }: Props) {
  return (
    <TextField
      {...field}
      type="email"
      name="email"
      dir="ltr"
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
    />
  );
}
