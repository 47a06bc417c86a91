import { AppError, fieldError } from '../../http/app-error.js';
import { labelUrl } from './label-codes.js';
import type { PrintLabels } from './label-print.dto.js';
import { ownStock } from './print/own-stock.js';
import { printProblem } from './print/print-labels.js';
import { type LabelStock, stockOf } from './print/stocks.js';

/** The stock of that name, or the size given. Throws request.invalid_body with each reason why it cannot be. */
export function chosenStock({ stock, ownStock: own }: Pick<PrintLabels, 'stock' | 'ownStock'>): LabelStock {
  if (own) {
    const checked = ownStock(own);
    if (checked.ok) return checked.stock;
    const errors = checked.reasons.map(({ code, field, limit }) => ({
      pointer: `/ownStock/${field.replaceAll('.', '/')}`,
      code,
      detail: limit === undefined ? code : `${code} (${limit})`,
    }));
    throw new AppError('request.invalid_body', { errors });
  }
  const known = stockOf(stock ?? '');
  if (!known) throw fieldError('/stock', 'request.invalid_body', 'Not a stock of the list');
  return known;
}

/** Throws label.stock_too_small where phones could not read the code, request.invalid_body where the first sheet has no such label. */
export function assertPrintable(
  job: { stock: LabelStock; startAt: number; copies: number },
  portalOrigin: string,
): void {
  const problem = printProblem(job, labelUrl(portalOrigin, 'X'.repeat(12), 'x'.repeat(22)));
  if (!problem) return;
  if (problem.code === 'stock.label_too_small') throw new AppError('label.stock_too_small', problem.details);
  const pointer = problem.code === 'copies.out_of_range' ? '/copies' : '/startAt';
  throw fieldError(pointer, 'request.invalid_body', `At most ${problem.details.limit ?? 1}`);
}
