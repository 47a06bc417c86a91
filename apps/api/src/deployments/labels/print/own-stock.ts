import type { LabelStock } from './stocks.js';

export type OwnStock = Pick<LabelStock, 'kind' | 'shape' | 'page' | 'label' | 'columns' | 'rows' | 'margin' | 'gap'>;

/** `limit` is what the field may be at most (or at least, for the codes that say so), in its own unit. */
export interface StockReason {
  code:
    | 'not_a_number'
    | 'page_too_small'
    | 'page_too_large'
    | 'label_too_small'
    | 'count_out_of_range'
    | 'negative'
    | 'wider_than_page'
    | 'higher_than_page'
    | 'round_needs_square'
    | 'one_label_per_page';
  field: string;
  limit?: number;
}

export type OwnStockResult = { ok: true; stock: LabelStock } | { ok: false; reasons: StockReason[] };

const SHORTEST_PAGE = 15;
const LONGEST_PAGE = 1000;
const SHORTEST_LABEL = 20;
const MOST_IN_A_LINE = 50;
/** Sizes are typed with two decimals; their sum may miss the page by less than paper shrinks. */
const TOLERANCE = 0.05;

/** A size of one's own, or every reason why it cannot be printed. Millimetres. */
export function ownStock(own: OwnStock): OwnStockResult {
  const notNumbers = fieldsOf(own)
    .filter(([, value]) => !Number.isFinite(value))
    .map(([field]): StockReason => ({ code: 'not_a_number', field }));
  const reasons = notNumbers.length > 0 ? notNumbers : [...pageReasons(own), ...labelReasons(own), ...fitReasons(own)];
  if (reasons.length > 0) return { ok: false, reasons };
  return { ok: true, stock: { ...own, id: 'own' } };
}

function fieldsOf(own: OwnStock): [string, number][] {
  return [
    ['page.width', own.page.width],
    ['page.height', own.page.height],
    ['label.width', own.label.width],
    ['label.height', own.label.height],
    ['columns', own.columns],
    ['rows', own.rows],
    ['margin.left', own.margin.left],
    ['margin.top', own.margin.top],
    ['gap.x', own.gap.x],
    ['gap.y', own.gap.y],
  ];
}

function pageReasons(own: OwnStock): StockReason[] {
  return fieldsOf(own).flatMap(([field, value]): StockReason[] => {
    if (field.startsWith('page.')) {
      if (value < SHORTEST_PAGE) return [{ code: 'page_too_small', field, limit: SHORTEST_PAGE }];
      if (value > LONGEST_PAGE) return [{ code: 'page_too_large', field, limit: LONGEST_PAGE }];
    }
    if (/^(margin|gap)\./.test(field) && value < 0) return [{ code: 'negative', field, limit: 0 }];
    return [];
  });
}

function labelReasons(own: OwnStock): StockReason[] {
  const reasons: StockReason[] = [];
  for (const side of ['width', 'height'] as const) {
    if (own.label[side] >= SHORTEST_LABEL) continue;
    reasons.push({ code: 'label_too_small', field: `label.${side}`, limit: SHORTEST_LABEL });
  }
  for (const field of ['columns', 'rows'] as const) {
    const count = own[field];
    if (Number.isInteger(count) && count >= 1 && count <= MOST_IN_A_LINE) continue;
    reasons.push({ code: 'count_out_of_range', field, limit: MOST_IN_A_LINE });
  }
  if (own.shape === 'round' && Math.abs(own.label.width - own.label.height) > TOLERANCE) {
    reasons.push({ code: 'round_needs_square', field: 'label.height', limit: own.label.width });
  }
  return reasons;
}

function fitReasons(own: OwnStock): StockReason[] {
  const reasons: StockReason[] = [];
  if (own.kind !== 'sheet' && (own.columns !== 1 || own.rows !== 1)) {
    reasons.push({ code: 'one_label_per_page', field: own.columns === 1 ? 'rows' : 'columns', limit: 1 });
  }
  const width = own.margin.left + own.columns * own.label.width + (own.columns - 1) * own.gap.x;
  const height = own.margin.top + own.rows * own.label.height + (own.rows - 1) * own.gap.y;
  if (width > own.page.width + TOLERANCE) {
    reasons.push({ code: 'wider_than_page', field: 'columns', limit: own.page.width });
  }
  if (height > own.page.height + TOLERANCE) {
    reasons.push({ code: 'higher_than_page', field: 'rows', limit: own.page.height });
  }
  return reasons;
}
