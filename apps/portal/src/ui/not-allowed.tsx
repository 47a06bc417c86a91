import { useProblemText, useT } from '../i18n/use-t';
import { paths } from '../lib/paths';
import { ButtonLink } from './button';
import { Card, PageTitle } from './card';
import { CompanyContacts } from './company-contacts';

/** A page whose right was taken away, or never given: a calm sentence, and whom to ask. */
export function NotAllowed() {
  const t = useT('app');
  const problemText = useProblemText();
  return (
    <>
      <PageTitle title={t('notAllowed')}>{problemText('access.denied')}</PageTitle>
      <Card title={t('help.title')}>
        <CompanyContacts />
      </Card>
      <ButtonLink to={paths.home}>{t('notFound.home')}</ButtonLink>
    </>
  );
}
