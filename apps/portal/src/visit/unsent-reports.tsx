import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { FailedState } from '../ui/failed-state';
import { Notice } from '../ui/notice';
import { TimeAgo } from '../ui/time-ago';
import type { Draft } from './report/draft';
import type { Reports } from './use-reports';

interface UnsentReportsProps {
  reports: Reports;
  /** One was refused; the person mends it. */
  onTakeBack: (id: string, draft: Draft) => void;
}

/** What still waits on this phone, and why. */
export function UnsentReports({ reports, onTakeBack }: UnsentReportsProps) {
  const t = useT('visit');
  const { unsent, sending, sendAgain, discard } = reports;
  if (unsent.length === 0) return null;
  return (
    <section className="flex flex-col gap-3" aria-label={t('unsent.title')}>
      {unsent.map((report) => (
        <Notice key={report.id} tone="warn" icon="offline" title={t('unsent.title')}>
          <p>
            {report.template ? t('unsent.template') : report.draft.description} <TimeAgo at={report.writtenAt} />
          </p>
          <p>{t(sending.step === 'sending' ? 'unsent.sending' : 'unsent.text')}</p>
          {sending.step === 'failed' && <FailedState title={t('sent.failed')} failure={sending.failure} />}
          <div className="mt-2 flex flex-wrap gap-3">
            <Button onClick={sendAgain} isBusy={sending.step === 'sending'}>
              {t('unsent.again')}
            </Button>
            {sending.step === 'failed' && (
              <>
                <Button onClick={() => onTakeBack(report.id, report.draft)}>{t('unsent.change')}</Button>
                <Button onClick={() => discard(report.id)}>{t('unsent.discard')}</Button>
              </>
            )}
          </div>
        </Notice>
      ))}
    </section>
  );
}
