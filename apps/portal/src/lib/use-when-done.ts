import { useState } from 'react';
import type { Submission } from './loadable';

/** Calls `reset` once when a form has arrived, in the same render, so that nothing old is seen again. */
export function useWhenDone(submission: Submission, reset: () => void): void {
  const [seen, setSeen] = useState(submission.status);
  if (seen === submission.status) return;
  setSeen(submission.status);
  if (submission.status === 'done') reset();
}
