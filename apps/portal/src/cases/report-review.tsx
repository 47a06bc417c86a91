import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import type { Photo } from '../lib/photo';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { PhotoPreviews } from '../ui/photo-previews';
import type { ReportDraft } from './report-draft';
import { ArrivedBefore, ReportOutcome, type ArrivedCase } from './report-outcome';

interface ReportReviewProps {
  draft: ReportDraft;
  photos: readonly Photo[];
  submission: Submission;
  arrived?: ArrivedCase | null | undefined;
  onChange: () => void;
  onSend: () => void;
  onSendAsNew: () => void;
}

export function ReportReview({ draft, photos, submission, arrived, onChange, onSend, onSendAsNew }: ReportReviewProps) {
  const t = useT('cases');
  const isUnderWay = submission.status === 'busy' || submission.status === 'waitingForNetwork';
  const hasArrivedBefore = submission.status === 'failed' && submission.failure.code === 'idempotency.key_reused';
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
      {hasArrivedBefore ? (
        <ArrivedBefore arrived={arrived} onSendAsNew={onSendAsNew} />
      ) : (
        <ReportOutcome submission={submission} />
      )}
      <div className="flex flex-col gap-3">
        {!hasArrivedBefore && (
          <Button look="primary" wide isBusy={isUnderWay} onClick={onSend}>
            {t(isUnderWay ? 'report.sending' : 'report.send')}
          </Button>
        )}
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
