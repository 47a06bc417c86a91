import { describe, expect, it } from 'vitest';
import { planLabel } from './layout/label-plan.js';
import { type OwnStock, ownStock } from './own-stock.js';
import { stockName } from './stock-names.js';
import type { Box } from '../../../printing/box.js';
import { labelBox, labelsPerPage, printableBox, STOCKS, stockOf, type LabelStock } from './stocks.js';

const NEARLY = 0.001;

function boxesOf(stock: LabelStock): Box[] {
  return Array.from({ length: labelsPerPage(stock) }, (_, index) => labelBox(stock, index));
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - NEARLY &&
  inner.y >= outer.y - NEARLY &&
  inner.x + inner.width <= outer.x + outer.width + NEARLY &&
  inner.y + inner.height <= outer.y + outer.height + NEARLY;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - NEARLY &&
  b.x < a.x + a.width - NEARLY &&
  a.y < b.y + b.height - NEARLY &&
  b.y < a.y + a.height - NEARLY;

describe.each(STOCKS.map((stock) => [stock.id, stock] as const))('stock %s', (_, stock) => {
  const page = { x: 0, y: 0, ...stock.page };
  const boxes = boxesOf(stock);

  it('has its labels on the page, in the middle, none over another (S1.13)', () => {
    expect(boxes.filter((box) => !isInside(box, page))).toEqual([]);
    expect(boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => overlap(box, other)))).toEqual([]);
    const last = boxes.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0) + stock.margin.left).toBeCloseTo(page.width, 1);
    expect((last?.y ?? 0) + (last?.height ?? 0) + stock.margin.top).toBeCloseTo(page.height, 1);
  });

  it('prints nothing outside the label or where a printer cannot print (S1.13)', () => {
    const label = { x: 0, y: 0, ...stock.label };
    const area = printableBox(stock);
    const { qr, text, header } = planLabel(stock);
    expect(isInside(area, label)).toBe(true);
    for (const box of [qr, text, ...(header ? [header] : [])]) expect(isInside(box, area)).toBe(true);
    const edge = stock.kind === 'sheet' ? 4.5 : 1.5;
    const printable = { x: edge, y: edge, width: page.width - 2 * edge, height: page.height - 2 * edge };
    for (const { x, y } of boxes) expect(isInside({ ...area, x: area.x + x, y: area.y + y }, printable)).toBe(true);
  });

  it('has a round label wholly inside its circle (S1.13)', () => {
    if (stock.shape === 'rect') return;
    const { qr, circle } = planLabel(stock);
    const corners = [qr.x, qr.x + qr.width].map((x) => Math.hypot(x - (circle?.x ?? 0), qr.y - (circle?.y ?? 0)));
    for (const corner of corners) expect(corner).toBeLessThanOrEqual((circle?.radius ?? 0) + NEARLY);
  });
});

describe('a size of one’s own', () => {
  const fine: OwnStock = {
    kind: 'sheet',
    shape: 'rect',
    page: { width: 210, height: 297 },
    label: { width: 60, height: 40 },
    columns: 3,
    rows: 6,
    margin: { left: 10, top: 15 },
    gap: { x: 5, y: 5 },
  };

  it('is taken when it fits the page (S1.13)', () => {
    const result = ownStock(fine);
    expect(result).toMatchObject({ ok: true, stock: { id: 'own', columns: 3 } });
    expect(result.ok && stockName(result.stock, 'en')).toBe('60 × 40 mm');
  });

  it.each([
    ['columns', { columns: 4 }, { code: 'wider_than_page', field: 'columns', limit: 210 }],
    ['rows', { rows: 7 }, { code: 'higher_than_page', field: 'rows', limit: 297 }],
    ['label', { label: { width: 60, height: 12 } }, { code: 'label_too_small', field: 'label.height', limit: 20 }],
    ['gap', { gap: { x: -1, y: 0 } }, { code: 'negative', field: 'gap.x', limit: 0 }],
    ['page', { page: { width: 5000, height: 297 } }, { code: 'page_too_large', field: 'page.width', limit: 1000 }],
    ['count', { rows: 2.5 }, { code: 'count_out_of_range', field: 'rows', limit: 50 }],
    ['shape', { shape: 'round' as const }, { code: 'round_needs_square', field: 'label.height', limit: 60 }],
    ['tape', { kind: 'tape' as const }, { code: 'one_label_per_page', field: 'columns', limit: 1 }],
    ['number', { rows: Number.NaN }, { code: 'not_a_number', field: 'rows' }],
  ])('is refused with the reason: %s (S1.13)', (_, change, reason) => {
    expect(ownStock({ ...fine, ...change })).toEqual({ ok: false, reasons: expect.arrayContaining([reason]) });
  });
});

describe('the name of a stock', () => {
  it('is in the language of who reads it, sizes as they are written there (S1.13)', () => {
    const names = (id: string) => (['en', 'de', 'sv'] as const).map((language) => stockName(stockOf(id)!, language));
    expect(names('a4-63x38')).toEqual([
      'A4 · 63.5 × 38.1 mm · 21 labels (Avery L7160, Herma 4677)',
      'A4 · 63,5 × 38,1 mm · 21 Etiketten (Avery L7160, Herma 4677)',
      'A4 · 63,5 × 38,1 mm · 21 etiketter (Avery L7160, Herma 4677)',
    ]);
    expect(names('a4-round-45')[1]).toBe('A4 · Ø 45,7 mm · 24 runde Etiketten');
    expect(names('a4-square-45')[0]).toBe('A4 · 45.7 × 45.7 mm · 24 square labels');
    expect(names('letter-22806')[0]).toBe('US Letter · 2 × 2 in · 12 square labels (Avery 22806)');
    expect(names('letter-5160')[2]).toBe('US Letter · 2⅝ × 1 tum · 30 etiketter (Avery 5160)');
    expect(names('tape-62')[0]).toBe('Tape 62 mm, cut every 40 mm (Brother DK-22205)');
    expect(names('thermal-50x30')[1]).toBe('Thermoetikett 50 × 30 mm');
  });
});
