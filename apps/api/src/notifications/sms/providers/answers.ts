import { type Outcome, words } from '../../delivery/smtp-outcome.js';
import type { Answer } from './outgoing-request.js';

/** About us, not about the message: a wrong secret, an address that moved. Somebody will mend the settings. */
const ABOUT_US = new Set([401, 402, 403, 404, 405, 407]);

/** What an answer over HTTP means: 2xx taken, other 4xx final, everything else may pass. `said`: the provider's words. */
export function outcomeOfAnswer({ status, text }: Answer, said: string = text): Outcome {
  const detail = words(`${status} ${said}`);
  if (status >= 200 && status < 300) return { event: 'accepted', detail };
  if (status === 408 || status === 429) return { event: 'deferred', detail, cause: 'message' };
  const isFinal = status >= 400 && status < 500 && !ABOUT_US.has(status);
  return isFinal ? { event: 'refused', detail } : { event: 'deferred', detail, cause: 'server' };
}

/** There was no answer: nobody knows whether it was taken, and the words are ours. */
export function outcomeWithoutAnswer(error: unknown): Outcome {
  const { name, message, code } = error as NodeJS.ErrnoException;
  const isLate = name === 'TimeoutError' || name === 'AbortError';
  const detail = isLate ? 'The SMS provider did not answer in time' : words(message || code || 'No answer');
  return { event: 'deferred', detail, cause: 'server' };
}
