import type { AppError } from '../../http/app-error.js';
import { SEND_WARNINGS } from '../sends/sends.dto.js';
import type { AccessPlanDto } from '../giving/giving.dto.js';
import { SKIPS } from '../sends/sends.service.js';
import { ACCESS_RUN_VERDICTS, type AccessRunVerdict } from './access-run.dto.js';

/** What a plan comes to, in one word: the way, or why there is none. Where no way is left, what stands against the first one wished for says most. */
export function verdictOf({
  way,
  message,
  reason,
  ways,
}: Omit<AccessPlanDto, 'isDone' | 'notificationId' | 'sms'>): AccessRunVerdict {
  if (way) return message === 'added' || message === 'joining' ? message : way;
  if (reason !== 'no_way_left') return reason;
  return ways.map(({ obstacle }) => obstacle).find((one) => one !== null && one !== 'not_chosen') ?? reason;
}

/** What the act itself found out about this one contact; undefined when it is no matter of the contact. */
export function refusalOf({ code, facts }: AppError): AccessRunVerdict | undefined {
  if (code === 'row.not_found') return 'gone';
  if (code === 'credential.way_lost') return SEND_WARNINGS.find((one) => one === facts['reason']) ?? 'error';
  const refusal = SKIPS[code];
  return ACCESS_RUN_VERDICTS.find((one) => one === refusal);
}
