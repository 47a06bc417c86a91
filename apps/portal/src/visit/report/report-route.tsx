import { useEffect } from 'react';
import { Skeleton } from '../../ui/skeleton';
import { asksAnything } from '../reporter-fields';
import type { VisitStep } from '../steps';
import type { Reports } from '../use-reports';
import type { Go, Place } from '../use-step';
import type { Template, VisitView } from '../visit.api';
import type { Draft } from './draft';
import { QuestionsStep } from './questions-step';
import { ReachStep } from './reach-step';
import { ReviewStep } from './review-step';
import { SentPage } from './sent-page';
import { asDraft, useReportDraft } from './use-draft';
import { WhatStep } from './what-step';
import { WordsStep } from './words-step';

type ReportStep = Exclude<VisitStep, 'machine'>;

interface ReportRouteProps {
  label: string;
  visit: VisitView;
  templates: readonly Template[];
  reports: Reports;
  place: Place<VisitStep> & { step: ReportStep };
  go: Go<VisitStep>;
  back: () => void;
}

/** One thing asked at a time; what was written stays, wherever one goes and even when the phone restarts the page. */
export function ReportRoute(props: ReportRouteProps) {
  const { label, templates, reports, place, go, back, visit } = props;
  const { step, isChange } = place;
  const { draft, change, finish } = useReportDraft(label);
  const template = templates.find(({ versionId }) => versionId === draft?.versionId);
  const gap = draft && step !== 'sent' ? gapBefore(step, { draft, template, canChoose: templates.length > 0 }) : null;
  useEffect(() => {
    if (gap) go(gap, { replaces: true });
  }, [gap, go]);
  if (step === 'sent') {
    const takeBack = (id: string, refused: Draft) => {
      change(asDraft(refused));
      reports.discard(id);
      go('review', { replaces: true });
    };
    return <SentPage reports={reports} onDone={(how) => go('machine', how)} onTakeBack={takeBack} />;
  }
  if (!draft || gap) return <Skeleton />;

  const steps = stepsOf({ template, visit, canChoose: templates.length > 0 });
  const at = Math.max(0, steps.indexOf(step));
  const next = () => go((isChange ? undefined : steps[at + 1]) ?? 'review');
  const common = { draft, change, template, visit, back, next, progress: { step: at + 1, of: steps.length } };
  const send = () => {
    void reports.send(draft, template, visit);
    finish(draft);
    go('sent', { replaces: true });
  };
  if (step === 'what') return <WhatStep {...common} templates={templates} onChosen={(to) => go(to)} />;
  if (step === 'questions' && template)
    return (
      <QuestionsStep
        {...common}
        template={template}
        screen={place.screen}
        onScreen={(screen) => go('questions', { screen, isChange })}
      />
    );
  if (step === 'reach') return <ReachStep {...common} />;
  if (step === 'review')
    return <ReviewStep {...common} onSend={send} onChange={(to, screen) => go(to, { screen, isChange: true })} />;
  return <WordsStep {...common} />;
}

interface Known {
  template: Template | undefined;
  canChoose: boolean;
}

/** The step that must come before this one: nobody skips what was not answered, by the browser's forward button or a kept place. */
function gapBefore(step: ReportStep, { draft, template, canChoose }: Known & { draft: Draft }): ReportStep | null {
  if (step === 'what') return canChoose ? null : 'words';
  const isChosen = template !== undefined || draft.versionId === null;
  if (canChoose && !isChosen) return 'what';
  const hasWords = template !== undefined || draft.description.trim() !== '';
  return hasWords || step === 'words' || step === 'questions' ? null : 'words';
}

/** Nothing is asked that has only one answer: without templates there is nothing to choose. */
const stepsOf = ({ template, visit, canChoose }: Known & { visit: VisitView }): ReportStep[] => [
  ...(canChoose ? (['what'] as const) : []),
  ...(template && template.content.questions.length > 0 ? (['questions'] as const) : []),
  'words',
  ...(asksAnything(visit) ? (['reach'] as const) : []),
  'review',
];
