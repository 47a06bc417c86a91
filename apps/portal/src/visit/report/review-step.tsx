import { inLanguage, shownQuestions, type Answer } from '@latchkey/case-form';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/button';
import { PhotoPreviews } from '../../ui/photo-previews';
import { DeviceCard } from '../device-card';
import type { VisitStep } from '../steps';
import { StepFrame, type StepProps } from './step-frame';

interface ReviewStepProps extends StepProps {
  onSend: () => Promise<void>;
  go: (step: VisitStep) => void;
}

/** Everything once more, each with its way back, then one button. */
export function ReviewStep({ draft, template, visit, back, progress, onSend, go }: ReviewStepProps) {
  const t = useT('visit');
  const [isBusy, setIsBusy] = useState(false);
  const reporter = [draft.name, draft.email, draft.phone].filter((value) => value.trim() !== '');
  const photos = [...Object.values(draft.answerPhotos).flat(), ...draft.photos];
  const send = () => {
    setIsBusy(true);
    void onSend().finally(() => setIsBusy(false));
  };
  return (
    <StepFrame
      title={t('review.title')}
      progress={progress}
      back={back}
      go={{ label: t(isBusy ? 'review.sending' : 'review.send'), isBusy, onGo: send }}
    >
      <DeviceCard visit={visit} />
      <dl className="divide-y divide-line rounded-lg border border-line bg-surface px-4">
        {template && <AnswerRows draft={draft} template={template} onChange={() => go('questions')} />}
        {(draft.description.trim() || !template) && (
          <Row label={t('review.words')} value={draft.description} onChange={() => go('words')} />
        )}
        <Row
          label={t('review.reach')}
          value={reporter.join('\n') || t(draft.noReply ? 'review.noReply' : 'review.nothing')}
          onChange={() => go('reach')}
        />
      </dl>
      <PhotoPreviews photos={photos} />
    </StepFrame>
  );
}

function AnswerRows({
  draft,
  template,
  onChange,
}: Pick<Required<StepProps>, 'draft'> & { template: NonNullable<StepProps['template']>; onChange: () => void }) {
  const t = useT('visit');
  const language = useLanguage();
  const word = (answer: Answer, options: { key: string; labels: Partial<Record<string, string>> }[] | undefined) => {
    const ofOption = (key: string) =>
      inLanguage(options?.find((option) => option.key === key)?.labels, language) ?? key;
    if (typeof answer === 'boolean') return t(answer ? 'questions.yes' : 'questions.no');
    return Array.isArray(answer) ? answer.map(ofOption).join(', ') : ofOption(String(answer));
  };
  return shownQuestions(template.content, draft.answers).map((question) => {
    const answer = draft.answers[question.key];
    if (answer === undefined) return null;
    return (
      <Row
        key={question.key}
        label={inLanguage(question.labels, language) ?? question.key}
        value={`${word(answer, question.options)}${question.unit ? ` ${question.unit}` : ''}`}
        onChange={onChange}
      />
    );
  });
}

function Row({ label, value, onChange }: { label: string; value: string; onChange: () => void }) {
  const t = useT('visit');
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-3 py-3">
      <dt className="text-[0.9375rem] text-quiet">{label}</dt>
      <dd className="col-start-1 min-w-0 whitespace-pre-line">{value}</dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <Button look="plain" onClick={onChange} aria-label={`${t('review.change')}: ${label}`}>
          {t('review.change')}
        </Button>
      </dd>
    </div>
  );
}
