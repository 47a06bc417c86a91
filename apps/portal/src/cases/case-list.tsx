import { useT } from '../i18n/use-t';
import { paths } from '../lib/paths';
import { Button } from '../ui/button';
import { CaseBadge } from '../ui/case-badge';
import { EmptyState } from '../ui/empty-state';
import { RowLink, Rows } from '../ui/row-link';
import { TimeAgo } from '../ui/time-ago';
import { groupCases } from './case-order';
import type { CaseSummary } from './case-view';

interface CaseListProps {
  cases: readonly CaseSummary[];
  isFiltered: boolean;
  onClear: () => void;
}

export function CaseList({ cases, isFiltered, onClear }: CaseListProps) {
  const t = useT('cases');
  if (cases.length === 0 && isFiltered) {
    return (
      <EmptyState icon="message" title={t('home.emptyFilter')}>
        <Button onClick={onClear}>{t('home.clear')}</Button>
      </EmptyState>
    );
  }
  if (cases.length === 0) {
    return (
      <EmptyState icon="message" title={t('home.empty')}>
        {t('home.emptyText')}
      </EmptyState>
    );
  }
  return groupCases(cases).map(([group, items]) => (
    <section key={group} className="flex flex-col gap-2">
      <h3 className="font-semibold">{t(`home.${group}`)}</h3>
      <Rows>
        {items.map((item) => (
          <CaseRow key={item.id} item={item} />
        ))}
      </Rows>
    </section>
  ));
}

function CaseRow({ item }: { item: CaseSummary }) {
  const t = useT('cases');
  return (
    <RowLink to={paths.case(item.id)}>
      <span className="block font-semibold">
        <bdi>{item.subject}</bdi>
      </span>
      <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <CaseBadge status={item.status}>{t(`status.${item.status}`)}</CaseBadge>
        {item.hasUnread && <span className="text-sm font-semibold text-accent-ink">● {t('home.unread')}</span>}
      </span>
      <span className="mt-1 flex flex-wrap gap-x-3 text-[0.9375rem] text-quiet">
        <span className="tabular-nums">{item.number}</span>
        <TimeAgo at={item.updatedAt} />
        {item.reporterName && <span>{t('home.by', { name: item.reporterName })}</span>}
      </span>
    </RowLink>
  );
}
