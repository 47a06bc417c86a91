import type { FieldTexts } from './field';
import { TextField } from './field';

type Props = FieldTexts & { value: string; onChange: (value: string) => void; autoFocus?: boolean };

/** People do not know which of the two we have: one field takes both, in any spelling. */
export function PhoneOrEmailField(props: Props) {
  return (
    <TextField
      {...props}
      type="text"
      name="username"
      dir="ltr"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={320}
    />
  );
}
