import { lazy, Suspense, useEffect } from 'react';
import { fetchLaterWords } from '../i18n/language';
import { Skeleton } from '../ui/skeleton';
import { MachinePage } from './machine-page';
import { takeBack } from './report/use-draft';
import { VISIT_STEPS } from './steps';
import { useReports } from './use-reports';
import { useReporting } from './use-reporting';
import { useStep } from './use-step';
import type { Template, VisitView } from './visit.api';

const ReportRoute = lazy(async () => ({ default: (await import('./report/report-route')).ReportRoute }));

const NONE: readonly Template[] = [];

interface InsideProps {
  label: string;
  visit: VisitView;
  /** The person leaves, or the visit is over: back to the PIN. */
  onEnd: () => Promise<void>;
}

/** Behind the PIN: one machine, what is known about it, and a report. */
export function Inside({ label, visit, onEnd }: InsideProps) {
  useEffect(fetchLaterWords, []);
  const { place, go, back } = useStep(VISIT_STEPS, 'machine');
  const reporting = useReporting(label, onEnd);
  const reports = useReports(label, { onSent: reporting.refresh, onEnd });
  const { step } = place;
  if (step === 'machine')
    return (
      <MachinePage
        visit={visit}
        reporting={reporting.data ?? undefined}
        reports={reports}
        onReport={() => go('what')}
        onTakeBack={(id, draft) =>
          void takeBack(label, draft).then(() => {
            reports.discard(id);
            go('review');
          })
        }
        onEnd={onEnd}
      />
    );
  if (reporting.data === undefined) return <Skeleton />;
  return (
    <Suspense fallback={<Skeleton />}>
      <ReportRoute
        label={label}
        visit={visit}
        templates={reporting.data?.templates ?? NONE}
        reports={reports}
        place={{ ...place, step }}
        go={go}
        back={back}
      />
    </Suspense>
  );
}
