import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import type { Submission } from '../lib/loadable';
import type { PasswordRules } from '../lib/password-strength';
import { NewPasswordForm } from '../ui/new-password-fields';

export interface MustChangePasswordPageProps {
  rules: PasswordRules;
  /** For the password manager of the browser. */
  loginId?: string | undefined;
  submission: Submission;
  onSubmit: (password: string) => void;
}

/** After signing in with a password that is only for the beginning: nothing else is open until it is replaced. */
export function MustChangePasswordPage({ loginId = '', ...form }: MustChangePasswordPageProps) {
  const t = useT('first-steps');
  const company = useCompany();
  const texts = {
    title: t('changePassword.title'),
    lead: company && t('changePassword.text', { company: company.name }),
    failed: t('changePassword.failedTitle'),
    save: t('activation.save'),
    busy: t('activation.busy'),
  };
  return <NewPasswordForm texts={texts} loginId={loginId} {...form} />;
}
