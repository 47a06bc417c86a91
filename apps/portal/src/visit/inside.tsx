import { lazy, Suspense } from 'react';
import { Skeleton } from '../ui/skeleton';
import { MachinePage } from './machine-page';
import { VISIT_STEPS } from './steps';
import { useReports } from './use-reports';
import { useReporting } from './use-reporting';
import { useStep } from './use-step';
import type { VisitView } from './visit.api';

const ReportRoute = lazy(async () => ({ default: (await import('./report/report-route')).ReportRoute }));

interface InsideProps {
  label: string;
  visit: VisitView;
  /** The person leaves, or the visit is over: back to the PIN. */
  onEnd: () => Promise<void>;
}

/** Behind the PIN: one machine, what is known about it, and a report. */
export function Inside({ label, visit, onEnd }: InsideProps) {
  const { step, go, back } = useStep(VISIT_STEPS, 'machine');
  const reporting = useReporting(label, onEnd);
  const reports = useReports(label, { onSent: reporting.refresh, onEnd });
  if (step === 'machine')
    return (
      <MachinePage
        visit={visit}
        reporting={reporting.data}
        reports={reports}
        onReport={() => go('what')}
        onEnd={onEnd}
      />
    );
  return (
    <Suspense fallback={<Skeleton />}>
      <ReportRoute
        label={label}
        visit={visit}
        templates={reporting.data?.templates ?? []}
        reports={reports}
        step={step}
        go={go}
        back={back}
      />
    </Suspense>
  );
}
