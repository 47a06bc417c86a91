import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { Notice } from '../../ui/notice';
import { ReporterFields, reporterProblems } from '../reporter-fields';
import { StepFrame, type StepProps } from './step-frame';

/** How the company can answer. */
export function ReachStep({ draft, change, visit, back, next, progress }: StepProps) {
  const t = useT('visit');
  const [isChecked, setIsChecked] = useState(false);
  const found = reporterProblems(draft, visit, draft.noReply);
  const goOn = () => {
    setIsChecked(true);
    if (Object.keys(found).length === 0) next();
  };
  return (
    <StepFrame
      title={t('reach.title')}
      lead={t('reach.lead')}
      progress={progress}
      back={back}
      go={{ label: t('reach.next'), onGo: goOn }}
    >
      {isChecked && found.way && (
        <Notice tone="bad" title={t('reach.way')}>
          <p>{t(visit.allowsNoReply ? 'reach.wayOrNoReply' : 'reach.wayText')}</p>
        </Notice>
      )}
      <ReporterFields
        value={draft}
        onChange={(reporter) => change({ ...draft, ...reporter })}
        visit={visit}
        problems={isChecked ? found : {}}
      />
      {visit.allowsNoReply && (
        <label className="flex min-h-12 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-(--accent-ink)"
            checked={draft.noReply}
            onChange={(event) => change({ ...draft, noReply: event.target.checked })}
          />
          {t('reach.noReply')}
        </label>
      )}
    </StepFrame>
  );
}
