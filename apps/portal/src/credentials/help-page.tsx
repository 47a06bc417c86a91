import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import { paths } from '../lib/paths';
import { ButtonLink } from '../ui/button-link';
import { Card, PageTitle } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { CannotGetInTips } from './cannot-get-in';
import { DidThisHelp } from './did-this-help';
import { NoMessage, TellUs } from './tell-us';

/** Open to everybody, so that a message can point here. */
export function HelpPage() {
  const t = useT('credentials');
  const app = useT('app');
  const inside = useT('inside');
  const company = useCompany();
  return (
    <>
      <PageTitle title={app('help.title')}>{company && app('help.intro', { company: company.name })}</PageTitle>
      <Card>
        <CompanyContacts />
      </Card>
      <Card title={t('cannotGetIn.title')}>
        <CannotGetInTips />
      </Card>
      <NoMessage />
      <TellUs />
      <DidThisHelp place="help" />
      <ButtonLink to={paths.home}>{inside('notFound.home')}</ButtonLink>
    </>
  );
}
