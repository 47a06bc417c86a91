import { getPublicCompany } from '@latchkey/api-client';
import { useEffect, useState, type ReactNode } from 'react';
import { toCompany } from '../lib/to-company';
import { LanguageSelect } from '../app/language-select';
import { LiveRegion } from '../app/live-region';
import { useT } from '../i18n/use-t';
import { applyAccent } from '../lib/appearance';
import { CompanyProvider, type Company } from '../lib/company';
import { useOnline } from '../lib/use-online';
import { CompanyContacts } from '../ui/company-contacts';
import { Disclosure } from '../ui/disclosure';
import { Icon } from '../ui/icon';

/** What every page of a visit stands in: whose it is, help, language; nothing to leave by. */
export function VisitFrame({ children }: { children: ReactNode }) {
  const company = useCompanyOnce();
  return (
    <CompanyProvider value={company}>
      <div className="flex min-h-dvh flex-col">
        <Top company={company} />
        <Reception />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-160 flex-1 flex-col gap-6 px-4 py-6 outline-none"
        >
          {children}
        </main>
        <LiveRegion />
      </div>
    </CompanyProvider>
  );
}

/** Without reception and never here before: the page works without knowing the company. */
function useCompanyOnce(): Company | null {
  const [company, setCompany] = useState<Company | null>(null);
  useEffect(() => {
    getPublicCompany()
      .then(({ data }) => setCompany(toCompany(data)))
      .catch(() => undefined);
  }, []);
  useEffect(() => applyAccent(company?.colour), [company?.colour]);
  return company;
}

function Top({ company }: { company: Company | null }) {
  const t = useT('app');
  return (
    <header className="border-b border-line bg-surface">
      <div className="relative mx-auto flex max-w-160 items-center gap-1 px-4 py-2">
        <span className="me-auto flex min-h-11 min-w-0 items-center gap-2">
          {company?.logoUrl && <img src={company.logoUrl} alt="" className="h-8 max-w-24 shrink-0 object-contain" />}
          <span className="line-clamp-2 min-w-0 leading-tight font-semibold">{company?.name}</span>
        </span>
        <Disclosure
          label={t('help.title')}
          face={
            <>
              <Icon name="help" />
              <span className="text-[0.9375rem]">{t('help.button')}</span>
            </>
          }
        >
          {() => <CompanyContacts />}
        </Disclosure>
        <LanguageSelect />
      </div>
    </header>
  );
}

function Reception() {
  const t = useT('visit-start');
  const isOnline = useOnline();
  return (
    <div aria-live="polite">
      {!isOnline && (
        <div className="border-b border-warn bg-warn-soft">
          <p className="mx-auto flex max-w-160 gap-3 px-4 py-3">
            <Icon name="offline" className="mt-0.5 text-warn" />
            <span>
              <strong className="font-semibold text-warn">{t('offline.title')}</strong> {t('offline.text')}
            </span>
          </p>
        </div>
      )}
    </div>
  );
}
