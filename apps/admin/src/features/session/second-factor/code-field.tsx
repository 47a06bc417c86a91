import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Takes a code of the authenticator app; where there is one, a recovery code as well. */
export const CodeField = ({ takesRecovery = true, ...props }: TextInputProps & { takesRecovery?: boolean }) => {
  const { t } = useTranslation('session');
  return (
    <TextInput
      label={t('secondStep.code')}
      description={t(takesRecovery ? 'secondStep.codeHint' : 'secondStep.firstCodeHint')}
      autoComplete="one-time-code"
      inputMode={takesRecovery ? 'text' : 'numeric'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      required
      {...props}
    />
  );
};
