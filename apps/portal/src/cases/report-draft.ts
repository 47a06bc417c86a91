import { newId } from '../lib/new-id';

/** A report while it is written. Photos are too large for the browser's storage and stay in memory. */
export interface ReportDraft {
  /** Made when the form opens and sent with every try, so that the report arrives once. */
  idempotencyKey: string;
  subject: string;
  description: string;
  device: string;
}

export const newReportDraft = (): ReportDraft => ({
  idempotencyKey: newId(),
  subject: '',
  description: '',
  device: '',
});

const FIELDS = ['idempotencyKey', 'subject', 'description', 'device'] as const;

export const isReportDraft = (value: unknown): value is ReportDraft =>
  typeof value === 'object' &&
  value !== null &&
  FIELDS.every((field) => typeof (value as Record<string, unknown>)[field] === 'string');

/** The limits of the API, said before the server has to. */
export const REPORT_LIMITS = { subject: 200, description: 10_000, device: 200 } as const;
