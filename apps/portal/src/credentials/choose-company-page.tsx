import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import type { Loadable } from '../lib/loadable';
import { PageTitle } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { StateBadge } from '../ui/state-badge';

export interface CompanyCard {
  id: string;
  name: string;
  openCases: number;
  isLastUsed: boolean;
}

export interface ChooseCompanyPageProps {
  companies: Loadable<readonly CompanyCard[]>;
  /** The one being opened. */
  openingId?: string | undefined;
  failure?: Failure | undefined;
  onChoose: (id: string) => void;
}

export function ChooseCompanyPage({ companies, openingId, failure, onChoose }: ChooseCompanyPageProps) {
  const t = useT('first-steps');
  return (
    <>
      <PageTitle title={t('chooseCompany.title')}>{t('chooseCompany.lead')}</PageTitle>
      {failure && <FailedState failure={failure} />}
      {companies.status === 'loading' && <Skeleton />}
      {companies.status === 'failed' && <FailedState failure={companies.failure} onRetry={companies.onRetry} />}
      {companies.status === 'ready' && companies.data.length === 0 && (
        <EmptyState icon="help" title={t('chooseCompany.none')}>
          <CompanyContacts />
        </EmptyState>
      )}
      {companies.status === 'ready' && (
        <ul className="flex flex-col gap-3">
          {companies.data.map((company) => (
            <li key={company.id}>
              <CompanyButton
                company={company}
                isOpening={company.id === openingId}
                onChoose={() => onChoose(company.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function CompanyButton({
  company,
  isOpening,
  onChoose,
}: {
  company: CompanyCard;
  isOpening: boolean;
  onChoose: () => void;
}) {
  const t = useT('first-steps');
  const inside = useT('inside');
  const cases =
    company.openCases > 0 ? inside('customer.openCases', { count: company.openCases }) : t('chooseCompany.noCases');
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-20 w-full items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3 text-start hover:border-accent-ink sm:px-6"
    >
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="w-full text-lg font-semibold">{company.name}</span>
        <span className="text-quiet">{isOpening ? t('chooseCompany.busy', { name: company.name }) : cases}</span>
        {company.isLastUsed && (
          <StateBadge tone="accent" icon="clock">
            {t('chooseCompany.last')}
          </StateBadge>
        )}
      </span>
      <Icon name="chevron" className="flip-in-rtl text-quiet" />
    </button>
  );
}
