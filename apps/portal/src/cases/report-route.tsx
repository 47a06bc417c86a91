import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { toSubmission } from '../lib/loadable';
import { paths } from '../lib/paths';
import { problemCode } from '../lib/problem';
import { can, useSession } from '../lib/session';
import { forgetDraft } from '../lib/use-draft';
import { NotAllowed } from '../ui/not-allowed';
import { useFindOwnCase, useSendReport } from './cases.api';
import { ReportPage } from './report-page';
import { ReportSentPage } from './report-sent-page';

interface Sent {
  caseId: string;
  number: number;
}

/** An address of its own, so that a reload shows the number again and /cases/new is always a fresh form. */
const SENT = '?step=sent';

const isSent = (state: unknown): state is Sent =>
  typeof state === 'object' && state !== null && 'caseId' in state && 'number' in state;

export function ReportRoute() {
  const session = useSession();
  const { search, state } = useLocation();
  if (search === SENT && isSent(state)) return <ReportSentPage {...state} />;
  if (!can(session, 'case:create')) return <NotAllowed />;
  const contactId = session.company?.contactId ?? '';
  // Another company is another form: what was written for one is never sent to the other.
  return <ReportForCompany key={contactId} draftName={`report.${contactId}`} />;
}

function ReportForCompany({ draftName }: { draftName: string }) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const report = useSendReport();
  const [tried, setTried] = useState<readonly string[]>([]);
  const isReused = problemCode(report.error) === 'idempotency.key_reused';
  const found = useFindOwnCase(isReused ? tried : null);
  return (
    <ReportPage
      step={new URLSearchParams(search).get('step') === 'review' ? 'review' : 'write'}
      onStep={(step) => {
        report.reset();
        void navigate(step === 'review' ? `${paths.report}?step=review` : paths.report);
      }}
      submission={toSubmission(report, report.progress)}
      arrived={found.data}
      draftName={draftName}
      onSubmit={(draft, photos) => {
        setTried(draft.tried);
        report.mutate(
          { ...draft, photos },
          {
            onSuccess: ({ id, number }) => {
              forgetDraft(draftName);
              void navigate(paths.report + SENT, { replace: true, state: { caseId: id, number } satisfies Sent });
            },
          },
        );
      }}
    />
  );
}
