export type PrintProblemCode =
  /** The label cannot carry a code that phones read: `moduleMm` is what it would be, `leastMm` what it must be. */
  | 'stock.label_too_small'
  /** The first sheet has `limit` labels. */
  | 'start.out_of_range'
  | 'copies.out_of_range'
  | 'labels.none'
  | 'logo.unreadable';

/** Why something cannot be printed, as a code; the caller says it to people. */
export class PrintProblem extends Error {
  constructor(
    readonly code: PrintProblemCode,
    readonly details: Record<string, number> = {},
  ) {
    super(code);
  }
}
