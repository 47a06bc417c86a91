import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import { CompanyContacts } from '../ui/company-contacts';
import { Disclosure } from '../ui/disclosure';
import { Icon } from '../ui/icon';
import { LanguageSelect } from './language-select';

interface TopBarProps {
  /** The company's name, a link where there is somewhere to go. */
  brand: ReactNode;
  onLanguage?: ((language: string) => void) | undefined;
  children?: ReactNode;
}

/** On top of every page: whose it is, help, language. */
export function TopBar({ brand, onLanguage, children }: TopBarProps) {
  return (
    <header className="border-b border-line bg-surface">
      <div className="relative mx-auto flex max-w-160 items-center gap-1 px-4 py-2">
        {brand}
        <Help />
        <LanguageSelect onChoose={onLanguage} />
        {children}
      </div>
    </header>
  );
}

export const BRAND = 'me-auto flex min-h-11 min-w-0 items-center gap-2 rounded-lg';

/** Logo and name; `fallback` while nobody knows the company. */
export function CompanyName({ fallback }: { fallback?: string }) {
  const company = useCompany();
  return (
    <>
      {company?.logoUrl && <img src={company.logoUrl} alt="" className="h-8 max-w-24 shrink-0 object-contain" />}
      <span className="line-clamp-2 min-w-0 leading-tight font-semibold">{company?.name ?? fallback}</span>
    </>
  );
}

function Help() {
  const t = useT('app');
  const company = useCompany();
  const face = (
    <>
      <Icon name="help" />
      <span className="text-[0.9375rem]">{t('help.button')}</span>
    </>
  );
  return (
    <Disclosure face={face} label={t('help.title')}>
      {() => (
        <>
          <p className="font-semibold">{t('help.title')}</p>
          {company && <p className="text-quiet">{t('help.intro', { company: company.name })}</p>}
          <CompanyContacts />
        </>
      )}
    </Disclosure>
  );
}
