import { useT } from '../../i18n/use-t';
import { useCompany } from '../../lib/company';
import { paths } from '../../lib/paths';
import { Button } from '../../ui/button';
import { ButtonLink } from '../../ui/button-link';
import { Card, PageTitle } from '../../ui/card';
import { CompanyContacts } from '../../ui/company-contacts';
import { DidThisHelp } from '../did-this-help';
import { AskForAccess } from './ask-for-access';
import type { AskedReset } from './resets.api';

/** The same for every address (INV-4), with what helps when no message comes (S4.5). */
export function AskedForReset({ email, phone, onAgain }: AskedReset & { onAgain: () => void }) {
  const t = useT('resets');
  const company = useCompany();
  return (
    <>
      <PageTitle title={t('asked.title')}>
        <p>{t('asked.text', { email })}</p>
        {phone !== undefined && <p className="mt-2">{t('asked.sms')}</p>}
        <p className="mt-2">{t('asked.stillWorks')}</p>
      </PageTitle>
      <ButtonLink to={paths.signIn} look="primary">
        {t('ask.back')}
      </ButtonLink>
      <Card title={t('asked.nothing')}>
        <ul className="flex list-disc flex-col gap-2 ps-5">
          <li>{t('asked.spam')}</li>
          <li>{t('asked.address')}</li>
          {company && <li>{t('asked.invited', { company: company.name })}</li>}
        </ul>
        <AskForAccess email={email} />
        <CompanyContacts />
        <Button onClick={onAgain}>{t('asked.again')}</Button>
      </Card>
      <DidThisHelp place="reset_asked" />
    </>
  );
}
