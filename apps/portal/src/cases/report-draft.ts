import { newId } from '../lib/new-id';

/** A report while it is written. Photos are too large for the browser's storage and stay in memory. */
export interface ReportDraft {
  /** Made when the form opens and sent with every try, so that the report arrives once. */
  idempotencyKey: string;
  subject: string;
  description: string;
  device: string;
  /** Subjects that were sent under this key: one of them may have arrived although its answer was lost. */
  tried: readonly string[];
}

export const newReportDraft = (): ReportDraft => ({
  idempotencyKey: newId(),
  subject: '',
  description: '',
  device: '',
  tried: [],
});

const FIELDS = ['idempotencyKey', 'subject', 'description', 'device'] as const;

export function isReportDraft(value: unknown): value is ReportDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<string, unknown>;
  return FIELDS.every((field) => typeof draft[field] === 'string') && Array.isArray(draft['tried']);
}

/** Notes what is about to be sent. */
export const asTried = (draft: ReportDraft): ReportDraft => ({
  ...draft,
  tried: [...new Set([...draft.tried, draft.subject.trim()])],
});

/** The same words as a report of its own. */
export const asNewReport = (draft: ReportDraft): ReportDraft => ({ ...draft, idempotencyKey: newId(), tried: [] });

/** The API wants a description: for who says it all in the subject, that is it. */
export const descriptionOf = ({ subject, description }: ReportDraft): string => description.trim() || subject.trim();

/** The limits of the API, said before the server has to. */
export const REPORT_LIMITS = { subject: 200, description: 10_000, device: 200 } as const;
