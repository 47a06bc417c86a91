import { useState, type FormEvent } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import type { Submission } from '../lib/loadable';
import { paths } from '../lib/paths';
import { useWhenDone } from '../lib/use-when-done';
import { Button } from '../ui/button';
import { TEXT_LINK } from '../ui/classes';
import { Card } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { SubmissionNotice } from '../ui/submission-notice';
import { isSecretMissing, type OwnProof, OwnSecretField, type OwnSecretTyped, typedSecret } from './own-secret-field';

export interface OwnDataProps {
  kept: { messageDays: number; reporterMonths: number; auditMonths: number };
  /** The companies this person can choose, by name. */
  companies: readonly string[];
  /** Absent for staff who only look. */
  copy?: OwnCopyProps | undefined;
}

export interface OwnCopyProps {
  proof: OwnProof;
  submission: Submission;
  onCopy: (secret: OwnSecretTyped) => void;
}

/** What is kept of this person and how long, and a copy of it (D24). */
export function OwnData({ kept, companies, copy }: OwnDataProps) {
  const t = useT('profile');
  const { name: company = '', hasPrivacyNotice } = useCompany() ?? {};
  return (
    <Card title={t('ownData.title')}>
      <p>{t('ownData.who', { company })}</p>
      <ul className="flex list-disc flex-col gap-2 ps-5">
        {companies.length > 0 && <li>{t('ownData.companies', { companies: companies.join(', ') })}</li>}
        <li>{t('ownData.messages', { count: kept.messageDays })}</li>
        <li>{t('ownData.audit', { count: kept.auditMonths })}</li>
        <li>{t('ownData.reporters', { count: kept.reporterMonths })}</li>
        <li>{t('ownData.rest', { company })}</li>
      </ul>
      {hasPrivacyNotice && (
        <Link to={paths.privacy} className={TEXT_LINK}>
          {t('ownData.notice', { company })}
        </Link>
      )}
      <CompanyContacts />
      {copy && <OwnCopy {...copy} />}
    </Card>
  );
}

function OwnCopy({ proof, submission, onCopy }: OwnCopyProps) {
  const t = useT('profile');
  const [secret, setSecret] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  useWhenDone(submission, () => {
    setSecret('');
    setIsChecked(false);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isSecretMissing(proof, secret)) onCopy(typedSecret(proof, secret));
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4 border-t border-line pt-4">
      <p>{t('ownData.copyText')}</p>
      <OwnSecretField proof={proof} value={secret} onChange={setSecret} isChecked={isChecked} />
      <SubmissionNotice submission={submission} done={t('ownData.copied')} failed={t('ownData.notCopied')} />
      <Button type="submit" isBusy={submission.status === 'busy'}>
        {t(submission.status === 'busy' ? 'ownData.copying' : 'ownData.copy')}
      </Button>
    </form>
  );
}
