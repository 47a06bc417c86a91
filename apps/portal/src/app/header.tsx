import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import { paths } from '../lib/paths';
import { CompanyContacts } from '../ui/company-contacts';
import { Disclosure } from '../ui/disclosure';
import { Icon } from '../ui/icon';
import { LanguageSelect } from './language-select';

interface HeaderProps {
  menu?: ReactNode;
  onLanguage?: ((language: string) => void) | undefined;
}

export function Header({ menu, onLanguage }: HeaderProps) {
  const t = useT('app');
  return (
    <header className="border-b border-line bg-surface">
      <div className="relative mx-auto flex max-w-160 items-center gap-1 px-4 py-2">
        <CompanyLink />
        <Disclosure face={<HelpFace />} label={t('help.title')}>
          {() => <HelpPanel />}
        </Disclosure>
        <LanguageSelect onChoose={onLanguage} />
        {menu}
      </div>
    </header>
  );
}

function CompanyLink() {
  const t = useT('app');
  const company = useCompany();
  return (
    <Link to={paths.home} className="me-auto flex min-h-11 min-w-0 items-center gap-2 rounded-lg">
      {company?.logoUrl && <img src={company.logoUrl} alt="" className="h-8 max-w-24 shrink-0 object-contain" />}
      <span className="line-clamp-2 min-w-0 leading-tight font-semibold">{company?.name ?? t('title')}</span>
    </Link>
  );
}

function HelpFace() {
  const t = useT('app');
  return (
    <>
      <Icon name="help" />
      <span className="text-[0.9375rem]">{t('help.button')}</span>
    </>
  );
}

function HelpPanel() {
  const t = useT('app');
  const company = useCompany();
  return (
    <>
      <p className="font-semibold">{t('help.title')}</p>
      {company && <p className="text-quiet">{t('help.intro', { company: company.name })}</p>}
      <CompanyContacts />
    </>
  );
}
