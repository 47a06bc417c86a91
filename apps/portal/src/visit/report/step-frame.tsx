import { useRef, type FormEvent, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/button';
import { PageTitle } from '../../ui/card';
import type { Template, VisitView } from '../visit.api';
import type { Draft } from './draft';

/** What every step of a report is given. */
export interface StepProps {
  draft: Draft;
  change: (draft: Draft) => void;
  template: Template | undefined;
  visit: VisitView;
  back: () => void;
  next: () => void;
  progress: { step: number; of: number };
}

interface StepFrameProps {
  title: string;
  lead?: string;
  /** Absent as long as what is chosen decides how many steps there are. */
  progress?: StepProps['progress'];
  back: () => void;
  /** What goes on; absent where choosing is going on. */
  go?: { label: string; onGo: () => void };
  children: ReactNode;
}

/** Where one is, in words; the way on in reach of the thumb. */
export function StepFrame({ title, lead, progress, back, go, children }: StepFrameProps) {
  const t = useT('visit');
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go?.onGo();
    requestAnimationFrame(() => form.current && toFirstProblem(form.current));
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-1 flex-col gap-6">
      <div className="flex flex-col gap-1">
        {progress && <p className="text-[0.9375rem] text-quiet tabular-nums">{t('report.step', progress)}</p>}
        <PageTitle title={title}>{lead}</PageTitle>
      </div>
      {children}
      <div className="sticky bottom-0 -mx-4 mt-auto -mb-6 flex gap-3 border-t border-line bg-ground px-4 py-3">
        <Button icon="back" onClick={back} className="min-h-14">
          {t('report.back')}
        </Button>
        {go && (
          <Button type="submit" look="primary" className="min-h-14 flex-1">
            {go.label}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What is missing may be out of sight: the page goes there, and so does the focus. */
function toFirstProblem(form: HTMLFormElement): void {
  const problem = form.querySelector('[role="alert"]');
  problem?.parentElement?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
  problem?.scrollIntoView({ block: 'center' });
}
