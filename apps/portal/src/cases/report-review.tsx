import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import type { Photo } from '../lib/photo';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { Notice } from '../ui/notice';
import { PhotoPreviews } from '../ui/photo-previews';
import type { ReportDraft } from './report-draft';

interface ReportReviewProps {
  draft: ReportDraft;
  photos: readonly Photo[];
  submission: Submission;
  onChange: () => void;
  onSend: () => void;
}

export function ReportReview({ draft, photos, submission, onChange, onSend }: ReportReviewProps) {
  const t = useT('cases');
  const isUnderWay = submission.status === 'busy' || submission.status === 'waitingForNetwork';
  return (
    <>
      <Card>
        <dl className="flex flex-col gap-4">
          <Answer question={t('report.subject')}>{draft.subject}</Answer>
          <Answer question={t('report.description')}>{draft.description}</Answer>
          <Answer question={t('report.device')}>{draft.device}</Answer>
        </dl>
        <PhotoPreviews photos={photos} />
      </Card>
      {submission.status === 'failed' && <FailedState title={t('report.failedTitle')} failure={submission.failure} />}
      {submission.status === 'failed' && <p>{t('report.failedText')}</p>}
      {submission.status === 'waitingForNetwork' && (
        <Notice tone="warn" icon="offline">
          <p>{t('report.kept')}</p>
        </Notice>
      )}
      <div className="flex flex-col gap-3">
        <Button look="primary" wide isBusy={isUnderWay} onClick={onSend}>
          {t(isUnderWay ? 'report.sending' : 'report.send')}
        </Button>
        <Button wide isBusy={isUnderWay} onClick={onChange}>
          {t('report.change')}
        </Button>
      </div>
    </>
  );
}

function Answer({ question, children }: { question: string; children: ReactNode }) {
  const t = useT('cases');
  return (
    <div>
      <dt className="text-[0.9375rem] text-quiet">{question}</dt>
      <dd className="whitespace-pre-line">{children || <span className="text-quiet">{t('report.nothing')}</span>}</dd>
    </div>
  );
}
