import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import type { Photo } from '../lib/photo';
import { useDraft } from '../lib/use-draft';
import { PageTitle } from '../ui/card';
import { asNewReport, asTried, isReportDraft, newReportDraft, type ReportDraft } from './report-draft';
import { ReportForm } from './report-form';
import { ReportReview } from './report-review';

export type ReportStep = 'write' | 'review';

export interface ReportPageProps {
  /** Kept in the address by the wiring, so that Back goes from the review to the form. */
  step: ReportStep;
  onStep: (step: ReportStep) => void;
  submission: Submission;
  onSubmit: (draft: ReportDraft, photos: readonly Photo[]) => void;
  /** An earlier try of this report that arrived; null when it was looked for and not found. */
  arrived?: { id: string; number: number } | null | undefined;
  /** Whose draft this is: one for each contact on this device. */
  draftName: string;
}

/** The wiring shows ReportSentPage once the answer is here, and calls `forgetDraft(draftName)`. */
export function ReportPage({ step, onStep, submission, onSubmit, arrived, draftName }: ReportPageProps) {
  const t = useT('cases');
  const { draft, setDraft } = useDraft(draftName, newReportDraft, isReportDraft);
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const canReview = draft.subject.trim() !== '';
  const shown = step === 'review' && canReview ? 'review' : 'write';
  const send = (ready: ReportDraft) => {
    setDraft(ready);
    onSubmit(ready, photos);
  };
  return (
    <>
      <div>
        <p className="text-[0.9375rem] text-quiet">{t('report.step', { step: shown === 'write' ? 1 : 2, of: 2 })}</p>
        <PageTitle title={t(shown === 'write' ? 'report.title' : 'report.reviewTitle')}>
          {shown === 'write' && t('report.lead')}
        </PageTitle>
      </div>
      {shown === 'write' ? (
        <ReportForm
          draft={draft}
          onDraft={setDraft}
          photos={photos}
          onPhotos={setPhotos}
          onNext={() => onStep('review')}
        />
      ) : (
        <ReportReview
          draft={draft}
          photos={photos}
          submission={submission}
          arrived={arrived}
          onChange={() => onStep('write')}
          onSend={() => send(asTried(draft))}
          onSendAsNew={() => send(asTried(asNewReport(draft)))}
        />
      )}
    </>
  );
}
