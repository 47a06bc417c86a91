import { useState } from 'react';
import type { CaseFilter } from '../cases/case-filter';
import { CaseFollowers } from '../cases/case-followers';
import { CasePage } from '../cases/case-page';
import type { CaseDetail, CaseSummary } from '../cases/case-view';
import { HomePage } from '../cases/home-page';
import { ReportPage, type ReportStep } from '../cases/report-page';
import type { ArrivedCase } from '../cases/report-outcome';
import { ReportReview } from '../cases/report-review';
import { ReportSentPage } from '../cases/report-sent-page';
import type { Loadable, Submission } from '../lib/loadable';
import { PageTitle } from '../ui/card';
import { CASE, CASES, FAILURE, PHOTOS } from './data';
import { nothing, type Example } from './example';

function Home({ cases }: { cases: Loadable<readonly CaseSummary[]> }) {
  const [filter, setFilter] = useState<CaseFilter>({ whose: 'mine', status: 'all' });
  return (
    <HomePage personName="Eva" canReport companyView="Nordic AB" filter={filter} onFilter={setFilter} cases={cases} />
  );
}

function Report() {
  const [step, setStep] = useState<ReportStep>('write');
  return (
    <ReportPage step={step} onStep={setStep} submission={{ status: 'idle' }} onSubmit={nothing} draftName="gallery" />
  );
}

const Followers = ({ followers }: Pick<CaseDetail, 'followers'>) => (
  <CaseFollowers
    followers={followers}
    canChange
    onFollow={nothing}
    onRemove={nothing}
    isBusy={false}
    add={{ name: '', onName: nothing, colleagues: { status: 'ready', data: CASE.followers }, onAdd: nothing }}
  />
);

const DRAFT = {
  idempotencyKey: 'example',
  subject: CASE.subject,
  description: CASE.description,
  device: '',
  tried: [],
};

const review = (id: string, submission: Submission, arrived?: ArrivedCase): Example => ({
  id: `report-${id}`,
  isSignedIn: true,
  Show: () => (
    <>
      <PageTitle title="Review" />
      <ReportReview
        draft={DRAFT}
        photos={PHOTOS}
        submission={submission}
        arrived={arrived}
        onChange={nothing}
        onSend={nothing}
        onSendAsNew={nothing}
      />
    </>
  ),
});

const home = (id: string, cases: Loadable<readonly CaseSummary[]>): Example => ({
  id: `home${id}`,
  isSignedIn: true,
  Show: () => <Home cases={cases} />,
});

const detail = (id: string, item: Partial<CaseDetail>, reply: Submission = { status: 'idle' }): Example => ({
  id: `case-${id}`,
  isSignedIn: true,
  Show: () => (
    <CasePage
      item={{ status: 'ready', data: { ...CASE, ...item } }}
      reply={reply}
      onReply={nothing}
      followers={({ followers }) => <Followers followers={followers} />}
      action={{}}
      onAction={nothing}
    />
  ),
});

export const caseExamples: readonly Example[] = [
  home('', { status: 'ready', data: CASES }),
  home('-empty', { status: 'ready', data: [] }),
  home('-loading', { status: 'loading' }),
  home('-failed', { status: 'failed', failure: FAILURE, onRetry: nothing }),
  { id: 'report', isSignedIn: true, Show: Report },
  review('review', { status: 'idle' }),
  review('kept', { status: 'waitingForNetwork' }),
  review('sending', { status: 'busy', progress: { sent: 1, of: 3 } }),
  review('arrived', { status: 'failed', failure: { code: 'idempotency.key_reused' } }, { id: 'a', number: 20441 }),
  review('failed', { status: 'failed', failure: { ...FAILURE, code: 'network' } }),
  { id: 'report-sent', isSignedIn: true, Show: () => <ReportSentPage caseId="a" number={20441} /> },
  detail('waiting', {}),
  detail('solved', { status: 'solved', allowedActions: ['reply', 'close', 'reopen'] }, { status: 'waitingForNetwork' }),
  detail('closed', { status: 'closed', allowedActions: ['reopen'] }),
  detail(
    'new',
    { status: 'open', assigneeName: undefined, isAnswered: false, messages: [], files: [], allowedActions: ['reply'] },
    { status: 'failed', failure: FAILURE },
  ),
];
