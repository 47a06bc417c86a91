/** What came of one try. `server`: the mail server itself is in trouble, other messages will fare the same. */
export type Outcome =
  | { event: 'accepted' | 'refused' | 'failed' | 'expired' | 'cancelled'; detail: string }
  | { event: 'deferred'; detail: string; cause: 'message' | 'server' | 'renderer' };

interface SmtpError {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  message?: string;
}

/** A server's words as one line of at most 500 characters. */
export const words = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 500);

/** Commands whose 5xx is about this message and its receiver; elsewhere it is about us or the server. */
const ABOUT_THE_MESSAGE = new Set(['RCPT TO', 'DATA']);

/**
 * 5xx at RCPT or DATA is final and its words are kept; so is an address that our own library refuses. Everything else may pass:
 * 4xx, refused connections, broken TLS, a wrong password (somebody will mend the settings).
 */
export function outcomeOf(error: unknown): Outcome {
  const { code, command, response, responseCode, message } = error as SmtpError;
  const detail = words(response || message || 'The mail server could not be reached');
  if (responseCode !== undefined && ABOUT_THE_MESSAGE.has(command ?? '')) {
    return responseCode >= 500 ? { event: 'refused', detail } : { event: 'deferred', detail, cause: 'message' };
  }
  if (code === 'EENVELOPE' && command === 'API') return { event: 'refused', detail };
  return { event: 'deferred', detail, cause: 'server' };
}

const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 3_600;
/** A server that was down is asked often: the queue must be empty within five minutes of its return (R5). */
const LONGEST_SERVER_WAIT_SECONDS = 120;

/** 5 s * 2^n, give or take 20 %, at most an hour. `tries` counts those made. */
export function backOffSeconds(
  tries: number,
  cause: 'message' | 'server' | 'renderer',
  random: number = Math.random(),
): number {
  const longest = cause === 'server' ? LONGEST_SERVER_WAIT_SECONDS : LONGEST_WAIT_SECONDS;
  return Math.min(longest, FIRST_WAIT_SECONDS * 2 ** Math.min(tries - 1, 20)) * (0.8 + 0.4 * random);
}
