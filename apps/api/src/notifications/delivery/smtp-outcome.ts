/** What came of one try. `server`: the mail server itself is in trouble, other messages will fare the same. */
export type Outcome =
  | { event: 'accepted' | 'failed' | 'expired' | 'cancelled'; detail: string }
  /** `noMailbox`: the server says that there is no such address. */
  | { event: 'refused'; detail: string; noMailbox?: boolean }
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

const NO_MAILBOX_CODE = /\b5\.(1\.(0|1|2|3|6|10)|2\.1|4\.4)\b/;
const NO_MAILBOX_WORDS =
  /(no such|unknown|invalid|nonexist\w*|inactive|disabled|does not exist|doesn't exist|not found|unavailable).{0,40}(user|mailbox|address|recipient|account|person)|(user|mailbox|address|recipient|account|person).{0,40}(unknown|invalid|unavailable|inactive|disabled|not found|does not exist|doesn't exist)/i;

/** By the extended code (RFC 3463) where the server gives one, else by what such servers say; a refusal for another reason does not count. */
const isNoMailbox = (command: string | undefined, detail: string): boolean => {
  if (command !== 'RCPT TO') return false;
  const [code] = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(detail) ?? [];
  return code ? NO_MAILBOX_CODE.test(code) : NO_MAILBOX_WORDS.test(detail);
};

/**
 * 5xx at RCPT or DATA is final and its words are kept; so is an address that our own library refuses. Everything else may pass:
 * 4xx, refused connections, broken TLS, a wrong password (somebody will mend the settings).
 */
export function outcomeOf(error: unknown): Outcome {
  const { code, command, response, responseCode, message } = error as SmtpError;
  const detail = words(response || message || 'The mail server could not be reached');
  if (responseCode !== undefined && ABOUT_THE_MESSAGE.has(command ?? '')) {
    return responseCode >= 500
      ? { event: 'refused', detail, noMailbox: isNoMailbox(command, detail) }
      : { event: 'deferred', detail, cause: 'message' };
  }
  if (code === 'EENVELOPE' && command === 'API') return { event: 'refused', detail };
  return { event: 'deferred', detail, cause: 'server' };
}

/** Another server may take the message. */
export const isServerTrouble = (outcome: Outcome): boolean =>
  outcome.event === 'deferred' && outcome.cause === 'server';

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
