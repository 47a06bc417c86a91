import { useT } from '../i18n/use-t';
import { PageTitle, Card } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';

/** An address that is none, or lost its secret: the code on the machine brings the person back. */
export function ScanAgain() {
  const t = useT('visit-start');
  return (
    <>
      <PageTitle title={t('again.title')}>{t('again.text')}</PageTitle>
      <Card title={t('again.help')}>
        <CompanyContacts />
      </Card>
    </>
  );
}
