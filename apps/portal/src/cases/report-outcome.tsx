import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import { paths } from '../lib/paths';
import { Button } from '../ui/button';
import { ButtonLink } from '../ui/button-link';
import { FailedState } from '../ui/failed-state';
import { Notice } from '../ui/notice';
import { PhotoProgress } from '../ui/photo-progress';

export function ReportOutcome({ submission }: { submission: Submission }) {
  const t = useT('cases');
  if (submission.status === 'failed') {
    return (
      <>
        <FailedState title={t('report.failedTitle')} failure={submission.failure} />
        <p>{t('report.failedText')}</p>
      </>
    );
  }
  if (submission.status === 'busy') return <PhotoProgress progress={submission.progress} />;
  if (submission.status !== 'waitingForNetwork') return null;
  return (
    <Notice tone="warn" icon="offline">
      <p>{t('report.kept')}</p>
    </Notice>
  );
}

export interface ArrivedCase {
  id: string;
  number: number;
}

interface ArrivedBeforeProps {
  /** Null: looked for and not found. */
  arrived: ArrivedCase | null | undefined;
  onSendAsNew: () => void;
}

/** An earlier try arrived although its answer was lost, and the words were changed since. */
export function ArrivedBefore({ arrived, onSendAsNew }: ArrivedBeforeProps) {
  const t = useT('cases');
  return (
    <Notice tone="warn" icon="mail" title={t('report.arrivedTitle')}>
      <p>{arrived ? t('report.arrived', { number: arrived.number }) : t('report.arrivedSomewhere')}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <ButtonLink to={arrived ? paths.case(arrived.id) : paths.home} look="primary">
          {t(arrived ? 'report.sentOpen' : 'report.sentHome')}
        </ButtonLink>
        <Button onClick={onSendAsNew}>{t('report.sendAsNew')}</Button>
      </div>
    </Notice>
  );
}
