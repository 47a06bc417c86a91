import type { Submission } from '../lib/loadable';
import { FailedState } from './failed-state';
import { Notice } from './notice';

/** What became of a form: a word when it is saved, the reason when it is not. */
export function SubmissionNotice({
  submission,
  done,
  failed,
}: {
  submission: Submission;
  done: string;
  failed: string;
}) {
  if (submission.status === 'failed') return <FailedState title={failed} failure={submission.failure} />;
  return submission.status === 'done' ? <Notice tone="good" title={done} /> : null;
}
