import { useT } from '../../i18n/use-t';
import { PhotoPreviews } from '../../ui/photo-previews';
import { DeviceCard } from '../device-card';
import { asksAnything, reporterToSend } from '../reporter-fields';
import { AnswerRows } from './answer-rows';
import { ReviewRow } from './review-row';
import { StepFrame, type StepProps } from './step-frame';

interface ReviewStepProps extends StepProps {
  onSend: () => void;
  onChange: (step: 'questions' | 'words' | 'reach', screen?: number) => void;
}

/** Everything once more, each with its way back, then one button. */
export function ReviewStep({ draft, template, visit, back, progress, onSend, onChange }: ReviewStepProps) {
  const t = useT('visit');
  const { name, email, phone } = reporterToSend(draft, visit);
  const reporter = [name, email, phone].filter(Boolean).join('\n');
  const hasWords = draft.description.trim() !== '' || draft.photos.length > 0;
  return (
    <StepFrame title={t('review.title')} progress={progress} back={back} go={{ label: t('review.send'), onGo: onSend }}>
      <DeviceCard visit={visit} />
      <dl className="divide-y divide-line rounded-lg border border-line bg-surface px-4">
        {template && (
          <AnswerRows draft={draft} template={template} onChange={(screen) => onChange('questions', screen)} />
        )}
        {hasWords && (
          <ReviewRow label={t('review.words')} onChange={() => onChange('words')}>
            {draft.description}
            <PhotoPreviews photos={draft.photos} />
          </ReviewRow>
        )}
        {asksAnything(visit) && (
          <ReviewRow label={t('review.reach')} onChange={() => onChange('reach')}>
            {reporter || t(draft.noReply ? 'review.noReply' : 'review.nothing')}
          </ReviewRow>
        )}
      </dl>
    </StepFrame>
  );
}
