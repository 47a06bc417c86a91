import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/button';

/** What was written, and the way back to it. */
export function ReviewRow({ label, children, onChange }: { label: string; children: ReactNode; onChange: () => void }) {
  const t = useT('visit');
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-3 py-3">
      <dt className="text-[0.9375rem] text-quiet">{label}</dt>
      <dd className="col-start-1 min-w-0 whitespace-pre-line">{children}</dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <Button look="plain" onClick={onChange} aria-label={`${t('review.change')}: ${label}`}>
          {t('review.change')}
        </Button>
      </dd>
    </div>
  );
}
