import { inLanguage } from '@latchkey/case-form';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import { Icon } from '../../ui/icon';
import { VisitIcon } from '../visit-icon';
import type { Template } from '../visit.api';
import { StepFrame, type StepProps } from './step-frame';

interface WhatStepProps extends StepProps {
  templates: readonly Template[];
  onChosen: (to: 'questions' | 'words') => void;
}

const TILE =
  'flex min-h-16 w-full items-center gap-4 rounded-lg border border-field-line bg-surface px-4 py-3 text-start hover:bg-sunken';

/** The most frequent first; own words are never further than one tap. */
export function WhatStep({ draft, change, templates, onChosen, back }: WhatStepProps) {
  const t = useT('visit');
  const language = useLanguage();
  const choose = (template: Template | null) => {
    const isOther = draft.versionId !== (template?.versionId ?? null);
    change({ ...draft, versionId: template?.versionId ?? null, ...(isOther ? { answers: {}, answerPhotos: {} } : {}) });
    onChosen(template && template.content.questions.length > 0 ? 'questions' : 'words');
  };
  return (
    <StepFrame title={t('what.title')} back={back}>
      <ul className="flex flex-col gap-3">
        {templates.map((template) => {
          const texts = inLanguage(template.content.texts, language);
          return (
            <li key={template.versionId}>
              <button type="button" className={TILE} onClick={() => choose(template)}>
                <VisitIcon name={template.icon} className="size-7 text-accent-ink" />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{texts?.name}</span>
                  {texts?.description && <span className="block text-[0.9375rem] text-quiet">{texts.description}</span>}
                </span>
                <Icon name="chevron" className="flip-in-rtl text-quiet" />
              </button>
            </li>
          );
        })}
        <li>
          <button type="button" className={TILE} onClick={() => choose(null)}>
            <Icon name="message" className="size-7 text-accent-ink" />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{t('what.ownWords')}</span>
              <span className="block text-[0.9375rem] text-quiet">{t('what.ownWordsHint')}</span>
            </span>
            <Icon name="chevron" className="flip-in-rtl text-quiet" />
          </button>
        </li>
      </ul>
    </StepFrame>
  );
}
