import { z } from 'zod';

/** States in which a message did not reach anybody, and will not by itself. */
const FAILED = ['refused', 'failed', 'expired', 'bounced'] as const;

/** Why, in classes that a person can act on: the words of a server are different each time and hold addresses. */
export const FAILURE_REASONS = [
  'no_mailbox',
  'mailbox_full',
  'too_large',
  'blocked',
  'sms_limit',
  'sms_number',
  'too_late',
  'other',
] as const;
export const FailureReason = z.enum(FAILURE_REASONS);
export type FailureReason = z.infer<typeof FailureReason>;

/** By the extended code (RFC 3463) where the server gives one, else by what such servers say; the first that fits. */
const SIGNS: readonly (readonly [FailureReason, string])[] = [
  ['mailbox_full', String.raw`\m[45]\.2\.2\M|(mailbox|inbox|quota).{0,40}(full|exceeded)|over ?quota`],
  ['too_large', String.raw`\m5\.(2\.3|3\.4)\M|too (large|big)|size limit`],
  ['no_mailbox', String.raw`\m5\.(1\.(0|1|2|3|6|10)|2\.1|4\.4)\M`],
  ['blocked', String.raw`\m[45]\.7\.\d+\M|spam|block(ed|list)|blacklist|reputation|\m(dmarc|spf|dkim)\M|policy`],
  [
    'no_mailbox',
    '(no such|unknown|invalid|nonexist\\w*|inactive|disabled|does not exist|not found|unavailable).{0,40}(user|mailbox|address|recipient|account|person)' +
      '|(user|mailbox|address|recipient|account|person).{0,40}(unknown|invalid|unavailable|inactive|disabled|not found|does not exist)',
  ],
];

/** Our own words where an SMS would have cost too much (sms-limits.ts). */
const LIMITS =
  '^(Numbers of .+ are not on the list of countries|SMS to .+ are stopped|No more than .+ to one number|The daily stop of )';

/** Of a message `n`. */
export const FAILURE_REASON = `CASE WHEN n.state = 'expired' THEN 'too_late'
  WHEN n.channel = 'sms' THEN CASE WHEN n.last_error ~ '${LIMITS}' THEN 'sms_limit' WHEN n.last_error ~* 'number|recipient|destination' THEN 'sms_number' ELSE 'other' END
  ${SIGNS.map(([reason, words]) => `WHEN n.last_error ~* '${words}' THEN '${reason}'`).join('\n  ')}
  ELSE 'other' END`;

export const IS_FAILED = `n.state IN (${FAILED.map((state) => `'${state}'`).join(', ')})`;
