import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type LabelJob, type LabelToPrint, pdfOf } from './print-labels.js';
import type { PrintProblemCode } from '../../../printing/print-problem.js';
import { PrintProblem } from '../../../printing/print-problem.js';

/** What goes to the thread at its start: the job without its labels, which follow in batches. */
export type WorkerJob = Omit<LabelJob, 'labels'>;

/** From the thread: asks for labels, hands over bytes, or says why it stops. Each chunk waits for 'next' before more is made. */
export type FromWorker =
  | { kind: 'labels' }
  | { kind: 'chunk'; bytes: Uint8Array }
  | { kind: 'end' }
  | { kind: 'problem'; code: PrintProblemCode; details: Record<string, number> }
  | { kind: 'error'; message: string };

/** To the thread; an empty batch is the end. */
export type ToWorker = { kind: 'labels'; labels: LabelToPrint[] } | { kind: 'next' };

function answersOf(port: MessagePort): { ask: (question: FromWorker) => Promise<ToWorker> } {
  let answer: ((message: ToWorker) => void) | undefined;
  port.on('message', (message: ToWorker) => answer?.(message));
  return {
    ask: (question) =>
      new Promise((resolve) => {
        answer = resolve;
        port.postMessage(question);
      }),
  };
}

async function* labelsFrom(ask: (question: FromWorker) => Promise<ToWorker>): AsyncGenerator<LabelToPrint> {
  for (;;) {
    const answer = await ask({ kind: 'labels' });
    if (answer.kind !== 'labels' || answer.labels.length === 0) return;
    yield* answer.labels;
  }
}

async function print(port: MessagePort, job: WorkerJob): Promise<void> {
  const { ask } = answersOf(port);
  try {
    for await (const bytes of pdfOf({ ...job, labels: labelsFrom(ask) })) await ask({ kind: 'chunk', bytes });
    port.postMessage({ kind: 'end' } satisfies FromWorker);
  } catch (error) {
    port.postMessage(
      (error instanceof PrintProblem
        ? { kind: 'problem', code: error.code, details: error.details }
        : { kind: 'error', message: String(error) }) satisfies FromWorker,
    );
  }
  port.close();
}

if (parentPort) void print(parentPort, workerData as WorkerJob);
