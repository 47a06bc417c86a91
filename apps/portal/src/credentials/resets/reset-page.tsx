import type { Reset } from '@latchkey/api-client';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import { formatDateTime } from '../../lib/format';
import type { Submission } from '../../lib/loadable';
import { NewPasswordForm } from '../../ui/new-password-fields';

export interface ResetPageProps {
  reset: Reset;
  submission: Submission;
  onSubmit: (password: string) => void;
}

export function ResetPage({ reset, ...form }: ResetPageProps) {
  const t = useT('resets');
  const language = useLanguage();
  const { company, loginId, minPasswordLength, expiresAt } = reset;
  const texts = {
    title: t('choose.title'),
    lead: t('choose.text', { loginId, company }),
    failed: t('choose.failedTitle'),
    save: t('choose.save'),
    busy: t('choose.busy'),
  };
  const rules = { minLength: minPasswordLength, ownData: [loginId, company] };
  return (
    <NewPasswordForm texts={texts} loginId={loginId} rules={rules} {...form}>
      <p className="text-[0.9375rem] text-quiet">
        {t('choose.effect')} {t('choose.validUntil', { time: formatDateTime(new Date(expiresAt), language) })}
      </p>
    </NewPasswordForm>
  );
}
