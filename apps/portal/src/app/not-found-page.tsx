import { useT } from '../i18n/use-t';
import { paths } from '../lib/paths';
import { ButtonLink } from '../ui/button-link';
import { Card, PageTitle } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';

/** The same words whether something exists or not (C11). */
export function NotFoundPage() {
  const t = useT('inside');
  const app = useT('app');
  return (
    <>
      <PageTitle title={t('notFound.title')}>{t('notFound.text')}</PageTitle>
      <ButtonLink to={paths.home} look="primary">
        {t('notFound.home')}
      </ButtonLink>
      <Card title={app('help.title')}>
        <CompanyContacts />
      </Card>
    </>
  );
}
