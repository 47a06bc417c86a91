import { inLanguage, shownQuestions, type Answer } from '@latchkey/case-form';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/button';
import { PhotoPreviews } from '../../ui/photo-previews';
import { DeviceCard } from '../device-card';
import { asksAnything, reporterToSend } from '../reporter-fields';
import { photosOf } from './draft';
import { StepFrame, type StepProps } from './step-frame';

interface ReviewStepProps extends StepProps {
  onSend: () => void;
  onChange: (step: 'questions' | 'words' | 'reach') => void;
}

/** Everything once more, each with its way back, then one button. */
export function ReviewStep({ draft, template, visit, back, progress, onSend, onChange }: ReviewStepProps) {
  const t = useT('visit');
  const { name, email, phone } = reporterToSend(draft, visit);
  const reporter = [name, email, phone].filter(Boolean).join('\n');
  return (
    <StepFrame title={t('review.title')} progress={progress} back={back} go={{ label: t('review.send'), onGo: onSend }}>
      <DeviceCard visit={visit} />
      <dl className="divide-y divide-line rounded-lg border border-line bg-surface px-4">
        {template && <AnswerRows draft={draft} template={template} onChange={() => onChange('questions')} />}
        {(draft.description.trim() || !template) && (
          <Row label={t('review.words')} value={draft.description} onChange={() => onChange('words')} />
        )}
        {asksAnything(visit) && (
          <Row
            label={t('review.reach')}
            value={reporter || t(draft.noReply ? 'review.noReply' : 'review.nothing')}
            onChange={() => onChange('reach')}
          />
        )}
      </dl>
      <PhotoPreviews photos={photosOf(template, draft)} />
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
