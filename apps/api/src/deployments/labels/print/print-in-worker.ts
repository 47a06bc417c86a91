import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { type LabelJob, type LabelToPrint, printLabels } from './print-labels.js';
import { PrintProblem } from '../../../printing/print-problem.js';
import type { FromWorker, ToWorker, WorkerJob } from './print-worker.js';

const BATCH = 250;
/** The thread lives on one page at a time; a small heap is collected often and stays small. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };

/** True where the code runs from its TypeScript sources, as in tests: there is no file that a thread could load. */
const IS_SOURCE = import.meta.url.endsWith('.ts');

/**
 * Prints like printLabels, in a thread of its own, so that requests are answered meanwhile. Nobody reads faster than the
 * reader of the stream: neither are labels fetched nor pages made ahead. Destroying the stream ends the thread.
 */
export function printInWorker(job: LabelJob): Readable {
  return IS_SOURCE ? printLabels(job) : Readable.from(chunksOf(job), { objectMode: false });
}

async function* chunksOf({ labels, ...job }: LabelJob): AsyncGenerator<Uint8Array> {
  const worker = new Worker(new URL('./print-worker.js', import.meta.url), {
    workerData: job satisfies WorkerJob,
    resourceLimits: LIMITS,
  });
  const batches = batchesOf(labels);
  const send = (message: ToWorker): void => worker.postMessage(message);
  const messages = messagesOf(worker);
  try {
    for (;;) {
      const message = await messages.next();
      if (message.kind === 'end') return;
      if (message.kind === 'problem') throw new PrintProblem(message.code, message.details);
      if (message.kind === 'error') throw new Error(message.message);
      if (message.kind === 'labels') {
        const { value } = await batches.next();
        send({ kind: 'labels', labels: value ?? [] });
      } else {
        yield message.bytes;
        send({ kind: 'next' });
      }
    }
  } finally {
    await worker.terminate();
    await batches.return(undefined);
  }
}

/** The thread's messages one by one; it never sends a second before the first was answered, save the last. */
function messagesOf(worker: Worker): { next: () => Promise<FromWorker> } {
  const waiting: FromWorker[] = [];
  let wake = (): void => {};
  const put = (message: FromWorker): void => {
    waiting.push(message);
    wake();
  };
  worker.on('message', put);
  worker.on('error', (error: Error) => put({ kind: 'error', message: error.message }));
  worker.on('exit', (code) => put({ kind: 'error', message: `The printing thread ended early with code ${code}` }));
  return {
    next: async () => {
      for (;;) {
        const message = waiting.shift();
        if (message) return message;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

async function* batchesOf(labels: LabelJob['labels']): AsyncGenerator<LabelToPrint[], undefined> {
  let batch: LabelToPrint[] = [];
  for await (const label of labels) {
    batch.push(label);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  return undefined;
}
