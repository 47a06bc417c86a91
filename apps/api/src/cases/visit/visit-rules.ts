import type { BudgetRule, WindowRule } from '../../budgets/budget-rules.js';
import { fieldError } from '../../http/app-error.js';
import { emailKey } from '../../text/email.js';
import type { VisitReporter } from './visit-case.dto.js';

/** POR-8, S1.x3, D19. */
export const VISIT_LIMITS = {
  browserCases: { max: 5, windowSeconds: 3600 },
  /** Beyond it a visitor proves to be a person. */
  deploymentCases: { max: 30, windowSeconds: 3600 },
  /** What one follow link may write: each message tells the assignee. */
  followMessages: { max: 20, windowSeconds: 3600 },
  /** Beyond it one digest tells of all the others. */
  deploymentAlerts: { max: 10, windowSeconds: 60 },
  /** A redrawn photo has about a megabyte. */
  deploymentPhotos: { max: 200, windowSeconds: 86_400 },
} as const satisfies Record<string, WindowRule & BudgetRule>;

type Asking = 'hidden' | 'optional' | 'required';

export interface ReporterRules {
  askName: Asking;
  askEmail: Asking;
  askPhone: Asking;
  allowsNoReply: boolean;
}

const ASKED = { name: 'askName', email: 'askEmail', phone: 'askPhone' } as const;
type Field = keyof typeof ASKED;

/**
 * What of the reporter is kept: the fields that are asked for. Throws 422 for a required one that is missing, and without any way
 * back, unless the reporter wants no answer and the deployment allows that.
 */
export function reporterOf(
  rules: ReporterRules,
  typed: VisitReporter,
  wantsNoReply = false,
): Record<Field, string | null> {
  const isSilent = wantsNoReply && rules.allowsNoReply;
  const kept = (field: Field): string | null => (rules[ASKED[field]] === 'hidden' ? null : (typed[field] ?? null));
  const reporter = { name: kept('name'), email: kept('email'), phone: kept('phone') };
  const needed: Field[] = isSilent ? ['name'] : ['name', 'email', 'phone'];
  const missing = needed.find((field) => rules[ASKED[field]] === 'required' && !reporter[field]);
  if (missing) throw fieldError(`/reporter/${missing}`, 'request.invalid_body', 'Required');
  const canAnswer = rules.askEmail !== 'hidden' || rules.askPhone !== 'hidden';
  if (canAnswer && !isSilent && !reporter.email && !reporter.phone)
    throw fieldError('/reporter', 'request.invalid_body', 'One way to reach the reporter is needed');
  if (reporter.email && !emailKey(reporter.email))
    throw fieldError('/reporter/email', 'request.invalid_body', 'Not an e-mail address of one mailbox');
  return reporter;
}

/** The first line of what was typed, for lists. */
export const subjectFrom = (description: string): string => {
  // By characters, not by halves of them.
  const line = Array.from(description.split('\n', 1)[0]?.trim() ?? '');
  return line.length <= 100 ? line.join('') : `${line.slice(0, 99).join('').trimEnd()}…`;
};
