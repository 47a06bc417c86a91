import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { FailureText } from '../ui/failed-state';
import { Notice } from '../ui/notice';
import { TimeAgo } from '../ui/time-ago';
import type { Report } from './deliver';
import type { Draft } from './report/draft';
import type { Reports } from './use-reports';

interface UnsentReportsProps {
  reports: Reports;
  /** One was refused; the person mends it. */
  onTakeBack: (id: string, draft: Draft) => void;
}

/** What still waits on this phone, and why. They go one after the other: it is the first that is on its way, or was refused. */
export function UnsentReports({ reports, onTakeBack }: UnsentReportsProps) {
  const t = useT('visit');
  const { unsent, sending } = reports;
  if (unsent.length === 0) return null;
  return (
    <section className="flex flex-col gap-3" aria-label={t('unsent.title')}>
      {unsent.map((report, at) =>
        sending.step === 'failed' && at === 0 ? (
          <Notice key={report.id} tone="bad" title={t('sent.failed')}>
            <Summary report={report} />
            <FailureText failure={sending.failure} />
            <div className="mt-2 flex flex-wrap gap-3">
              <Button onClick={reports.sendAgain}>{t('unsent.again')}</Button>
              <Button onClick={() => onTakeBack(report.id, report.draft)}>{t('unsent.change')}</Button>
              <Button onClick={() => reports.discard(report.id)}>{t('unsent.discard')}</Button>
            </div>
          </Notice>
        ) : (
          <Waiting
            key={report.id}
            report={report}
            isOnItsWay={sending.step === 'sending'}
            onAgain={reports.sendAgain}
          />
        ),
      )}
    </section>
  );
}

interface WaitingProps {
  report: Report;
  isOnItsWay: boolean;
  onAgain: () => void;
}

function Waiting({ report, isOnItsWay, onAgain }: WaitingProps) {
  const t = useT('visit');
  return (
    <Notice tone="warn" icon="offline" title={t(isOnItsWay ? 'review.sending' : 'unsent.title')}>
      <Summary report={report} />
      <p>{t('unsent.text')}</p>
      <div className="mt-2">
        <Button onClick={onAgain} isBusy={isOnItsWay}>
          {t('unsent.again')}
        </Button>
      </div>
    </Notice>
  );
}

function Summary({ report }: { report: Report }) {
  const t = useT('visit');
  return (
    <p>
      {report.template ? t('unsent.template') : report.draft.description} <TimeAgo at={report.writtenAt} />
    </p>
  );
}
