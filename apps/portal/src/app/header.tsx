import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { paths } from '../lib/paths';
import { BRAND, CompanyName, TopBar } from './top-bar';

interface HeaderProps {
  menu?: ReactNode;
  onLanguage?: ((language: string) => void) | undefined;
}

export function Header({ menu, onLanguage }: HeaderProps) {
  const t = useT('app');
  const brand = (
    <Link to={paths.home} className={BRAND}>
      <CompanyName fallback={t('title')} />
    </Link>
  );
  return (
    <TopBar brand={brand} onLanguage={onLanguage}>
      {menu}
    </TopBar>
  );
}
