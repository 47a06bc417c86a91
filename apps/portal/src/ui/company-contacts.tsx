import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import { TEXT_LINK } from './classes';
import { Icon } from './icon';

/** How to reach the company, one tap each. */
export function CompanyContacts() {
  const t = useT('app');
  const company = useCompany();
  if (!company?.phone && !company?.email) return <p>{t('help.none')}</p>;
  return (
    <div className="flex flex-col items-start">
      {company.phone && (
        <a href={`tel:${company.phone.replace(/[^+\d]/g, '')}`} className={TEXT_LINK}>
          <Icon name="phone" />
          <span>{t('help.call', { phone: company.phone })}</span>
        </a>
      )}
      {company.email && (
        <a href={`mailto:${company.email}`} className={TEXT_LINK}>
          <Icon name="mail" />
          <span className="wrap-anywhere">{t('help.write', { email: company.email })}</span>
        </a>
      )}
      {company.hours && <p className="text-[0.9375rem] text-quiet">{company.hours}</p>}
    </div>
  );
}
