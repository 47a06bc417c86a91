import { useT } from '../i18n/use-t';
import { classes } from '../ui/classes';
import type { CaseFilter } from './case-filter';

interface CaseFiltersProps {
  companyView: string | undefined;
  filter: CaseFilter;
  onFilter: (filter: CaseFilter) => void;
}

const STATUSES = { all: 'home.all', open: 'home.onlyOpen', done: 'home.onlyDone' } as const;

export function CaseFilters({ companyView, filter, onFilter }: CaseFiltersProps) {
  const t = useT('cases');
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <h2 className={companyView ? 'sr-only' : 'text-lg'}>{t(companyView ? 'home.whose' : 'home.mine')}</h2>
      {companyView && (
        <WhoseSwitch
          companyView={companyView}
          whose={filter.whose}
          onChange={(whose) => onFilter({ ...filter, whose })}
        />
      )}
      <label className="flex min-w-0 items-center gap-2 text-[0.9375rem] text-quiet">
        {t('home.statusFilter')}
        <select
          value={filter.status}
          onChange={(event) => onFilter({ ...filter, status: event.target.value as CaseFilter['status'] })}
          className="min-h-11 min-w-0 flex-1 rounded-lg border border-field-line bg-surface px-2 text-ink"
        >
          {(['all', 'open', 'done'] as const).map((status) => (
            <option key={status} value={status}>
              {t(STATUSES[status])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface WhoseSwitchProps {
  companyView: string;
  whose: CaseFilter['whose'];
  onChange: (whose: CaseFilter['whose']) => void;
}

function WhoseSwitch({ companyView, whose, onChange }: WhoseSwitchProps) {
  const t = useT('cases');
  const labels = { mine: t('home.mine'), company: t('home.company', { customer: companyView }) };
  return (
    <fieldset aria-label={t('home.whose')} className="flex w-full gap-1 rounded-lg bg-line/50 p-1 sm:w-auto">
      {(['mine', 'company'] as const).map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={whose === option}
          onClick={() => onChange(option)}
          className={classes(
            'min-h-11 flex-1 rounded-lg px-3 leading-tight font-semibold sm:whitespace-nowrap',
            whose === option ? 'bg-surface text-ink shadow-sm' : 'text-ink',
          )}
        >
          {labels[option]}
        </button>
      ))}
    </fieldset>
  );
}
