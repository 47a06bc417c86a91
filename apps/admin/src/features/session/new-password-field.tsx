import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The API refuses less (D22). */
const MINIMUM = 15;

/** Says the rule before it can be broken, and how far there is to go. */
export const NewPasswordField = ({ value, ...props }: PasswordInputProps) => {
  const { t } = useTranslation('session');
  const typed = typeof value === 'string' ? value : '';
  const missing = MINIMUM - Array.from(typed).length;
  const progress = missing > 0 ? t('password.missing', { count: missing }) : t('password.longEnough');
  return (
    <PasswordInput
      autoComplete="new-password"
      minLength={1}
      maxLength={256}
      required
      description={
        <span aria-live="polite">
          {t('password.rule', { minimum: MINIMUM })} {typed === '' ? null : progress}
        </span>
      }
      value={typed}
      {...props}
    />
  );
};
