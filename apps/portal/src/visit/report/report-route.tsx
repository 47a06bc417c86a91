import { shownQuestions } from '@latchkey/case-form';
import { useEffect } from 'react';
import { Skeleton } from '../../ui/skeleton';
import type { VisitStep } from '../steps';
import type { Reports } from '../use-reports';
import type { Template, VisitView } from '../visit.api';
import type { Draft } from './draft';
import { QuestionsStep } from './questions-step';
import { ReachStep } from './reach-step';
import { ReviewStep } from './review-step';
import { SentPage } from './sent-page';
import { finishDraft, useReportDraft } from './use-draft';
import { WhatStep } from './what-step';
import { WordsStep } from './words-step';

export interface ReportRouteProps {
  label: string;
  visit: VisitView;
  templates: readonly Template[];
  reports: Reports;
  step: Exclude<VisitStep, 'machine'>;
  go: (step: VisitStep, how?: { replaces?: boolean }) => void;
  back: () => void;
}

/** One thing asked at a time; what was written stays, wherever one goes and even when the phone restarts the page. */
export function ReportRoute(props: ReportRouteProps) {
  const { label, templates, reports, step, go, back, visit } = props;
  const { draft, change } = useReportDraft(label);
  const hasChosen = draft?.versionId !== undefined || templates.length === 0;
  useEffect(() => {
    if (draft && !hasChosen && step !== 'what' && step !== 'sent') go('what', { replaces: true });
  }, [draft, hasChosen, step, go]);
  if (step === 'sent') return <SentPage reports={reports} visit={visit} onDone={() => go('machine')} />;
  if (!draft) return <Skeleton />;

  const template = templates.find(({ versionId }) => versionId === draft.versionId);
  const steps = stepsOf(draft, template, templates.length > 0);
  const at = Math.max(0, steps.indexOf(step));
  const next = () => go(steps[at + 1] ?? 'review');
  const common = { draft, change, template, visit, back, next, progress: { step: at + 1, of: steps.length } };
  const send = async () => {
    await reports.send(draft, template, visit);
    await finishDraft(label, draft);
    go('sent', { replaces: true });
  };
  if (step === 'what' && templates.length > 0)
    return <WhatStep {...common} templates={templates} onChosen={(to) => go(to)} />;
  if (step === 'questions' && template) return <QuestionsStep {...common} template={template} />;
  if (step === 'reach') return <ReachStep {...common} />;
  if (step === 'review') return <ReviewStep {...common} onSend={send} go={go} />;
  return <WordsStep {...common} />;
}

/** Nothing is asked that has only one answer: without templates there is nothing to choose. */
function stepsOf(draft: Draft, template: Template | undefined, canChoose: boolean): VisitStep[] {
  const hasQuestions = template !== undefined && shownQuestions(template.content, draft.answers).length > 0;
  return [
    ...(canChoose ? (['what'] as const) : []),
    ...(hasQuestions ? (['questions'] as const) : []),
    'words',
    'reach',
    'review',
  ];
}
