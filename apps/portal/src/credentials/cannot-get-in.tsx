import { lazy, Suspense, useState } from 'react';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import { paths } from '../lib/paths';
import { ButtonLink } from '../ui/button-link';
import { CompanyContacts } from '../ui/company-contacts';
import { Icon } from '../ui/icon';

const TIPS = ['cannotGetIn.otherId', 'cannotGetIn.message', 'cannotGetIn.forgotten', 'cannotGetIn.wait'] as const;

const TellCompany = lazy(async () => ({ default: (await import('./tell-company')).TellCompany }));

/** What helps without telling anybody what exists here. `typed` is what stands in the login field. */
export function CannotGetIn({ typed = '' }: { typed?: string }) {
  const t = useT('credentials');
  const app = useT('app');
  const company = useCompany();
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details className="group rounded-lg border border-line bg-surface" onToggle={() => setWasOpened(true)}>
      <summary className="flex min-h-14 list-none items-center gap-3 rounded-lg px-4 font-semibold sm:px-6">
        <Icon name="help" className="text-quiet" />
        <span className="flex-1">{t('cannotGetIn.title')}</span>
        <Icon name="chevron" className="rotate-90 text-quiet group-open:-rotate-90" />
      </summary>
      <div className="flex flex-col gap-4 px-4 pb-4 sm:px-6 sm:pb-6">
        <CannotGetInTips />
        <Suspense fallback={null}>{wasOpened && <TellCompany typed={typed} />}</Suspense>
        {company && <p>{t('cannotGetIn.contact', { company: company.name })}</p>}
        <CompanyContacts />
        <ButtonLink to={paths.help}>{app('help.title')}</ButtonLink>
      </div>
    </details>
  );
}

export function CannotGetInTips() {
  const t = useT('credentials');
  return (
    <ul className="flex list-disc flex-col gap-2 ps-5">
      {TIPS.map((tip) => (
        <li key={tip}>{t(tip)}</li>
      ))}
    </ul>
  );
}
