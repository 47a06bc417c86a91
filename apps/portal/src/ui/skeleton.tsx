import { useT } from '../i18n/use-t';

/** Stands where the rows will stand, so that nothing jumps when they arrive. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  const t = useT('app');
  return (
    <div aria-live="polite" className="flex flex-col gap-3">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="h-20 animate-pulse rounded-lg bg-line/60" aria-hidden="true" />
      ))}
    </div>
  );
}
