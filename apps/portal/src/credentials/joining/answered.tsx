import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { paths, withNext } from '../../lib/paths';
import { useSession } from '../../lib/session';
import { Button } from '../../ui/button';
import { ButtonLink } from '../../ui/button-link';
import { Card } from '../../ui/card';
import { CompanyContacts } from '../../ui/company-contacts';
import { useCompanies } from '../companies.api';
import { useSignOut } from '../sign-out.api';

const SIGN_IN_AGAIN = withNext(paths.signIn, { pathname: paths.joining });

/** Somebody follows the link, and nothing waits: it was answered, or the message was to another login of theirs. */
export function Answered({ declined }: { declined: readonly string[] }): ReactNode {
  const t = useT('joining');
  const { email, phones, view } = useSession();
  const { data: companies = [] } = useCompanies();
  const signOut = useSignOut(SIGN_IN_AGAIN);
  const login = email ?? phones[0];
  return (
    <div className="flex flex-col gap-4">
      {companies.length > 0 && (
        <Card title={t('open')}>
          <ul className="list-disc ps-5">
            {companies.map(({ contactId, name }) => (
              <li key={contactId}>{name}</li>
            ))}
          </ul>
          <ButtonLink to={paths.home}>{t('home')}</ButtonLink>
        </Card>
      )}
      {declined.length > 0 && (
        <Card title={t('refused', { names: declined.join(', ') })}>
          <p>{t('mistake')}</p>
          <CompanyContacts />
        </Card>
      )}
      {!view && login && (
        <Card title={t('another')}>
          <p className="wrap-anywhere">{t('signedInAs', { login })}</p>
          <Button isBusy={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('change')}
          </Button>
        </Card>
      )}
    </div>
  );
}
