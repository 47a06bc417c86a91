import type { Box } from '../../../printing/box.js';
/** Everything is in millimetres, seen from the top left corner of the page as it leaves the printer. */
export interface LabelStock {
  id: string;
  /** Trade names of what is sold in this size. */
  products?: string;
  /** The size as it is written where it is sold, when that is not in millimetres. */
  inches?: string;
  /** sheet: many labels on a page. tape: continuous, cut after each label. single: one die-cut label is the page. */
  kind: 'sheet' | 'tape' | 'single';
  shape: 'rect' | 'round';
  page: { width: number; height: number };
  label: { width: number; height: number };
  columns: number;
  rows: number;
  /** From the edges of the page to the first label. */
  margin: { left: number; top: number };
  /** Between neighbours. */
  gap: { x: number; y: number };
  /** Of a printer that knows only black and white dots: modules become a whole number of dots. */
  dotsPerInch?: number;
}

const MM_PER_INCH = 25.4;
const A4 = { width: 210, height: 297 };
const LETTER = { width: 215.9, height: 279.4 };

const inches = (value: number): number => value * MM_PER_INCH;

type Sheet = Omit<LabelStock, 'kind' | 'shape' | 'page'> & Partial<Pick<LabelStock, 'shape'>>;
const a4 = (sheet: Sheet): LabelStock => ({ kind: 'sheet', shape: 'rect', page: A4, ...sheet });
const letter = (sheet: Sheet): LabelStock => ({ kind: 'sheet', shape: 'rect', page: LETTER, ...sheet });

type Alone = Pick<LabelStock, 'id' | 'products' | 'kind' | 'label' | 'dotsPerInch'>;
const alone = (stock: Alone): LabelStock => ({
  ...stock,
  shape: 'rect',
  page: stock.label,
  columns: 1,
  rows: 1,
  margin: { left: 0, top: 0 },
  gap: { x: 0, y: 0 },
});

const SQUARES_ON_A4 = {
  label: { width: 45.7, height: 45.7 },
  columns: 4,
  rows: 6,
  margin: { left: 9.85, top: 5.15 },
  gap: { x: 2.5, y: 2.5 },
};

/** What is sold under these sizes; the test page tells whether a printer and a sheet agree with it. */
export const STOCKS: readonly LabelStock[] = [
  a4({
    id: 'a4-63x38',
    products: 'Avery L7160, Herma 4677',
    label: { width: 63.5, height: 38.1 },
    columns: 3,
    rows: 7,
    margin: { left: 7.25, top: 15.15 },
    gap: { x: 2.5, y: 0 },
  }),
  a4({
    id: 'a4-99x38',
    products: 'Avery L7163, Herma 4678',
    label: { width: 99.1, height: 38.1 },
    columns: 2,
    rows: 7,
    margin: { left: 4.65, top: 15.15 },
    gap: { x: 2.5, y: 0 },
  }),
  a4({
    id: 'a4-70x37',
    products: 'Avery 3474, Herma 4464',
    label: { width: 70, height: 37 },
    columns: 3,
    rows: 8,
    margin: { left: 0, top: 0.5 },
    gap: { x: 0, y: 0 },
  }),
  a4({ id: 'a4-square-45', ...SQUARES_ON_A4 }),
  a4({ id: 'a4-round-45', shape: 'round', ...SQUARES_ON_A4 }),
  a4({
    id: 'a4-105x148',
    products: 'Avery 3483, Herma 4676',
    label: { width: 105, height: 148 },
    columns: 2,
    rows: 2,
    margin: { left: 0, top: 0.5 },
    gap: { x: 0, y: 0 },
  }),
  letter({
    id: 'letter-5160',
    products: 'Avery 5160',
    inches: '2⅝ × 1',
    label: { width: inches(2.625), height: inches(1) },
    columns: 3,
    rows: 10,
    margin: { left: inches(0.1875), top: inches(0.5) },
    gap: { x: inches(0.125), y: 0 },
  }),
  letter({
    id: 'letter-5163',
    products: 'Avery 5163',
    inches: '4 × 2',
    label: { width: inches(4), height: inches(2) },
    columns: 2,
    rows: 5,
    margin: { left: inches(0.15625), top: inches(0.5) },
    gap: { x: inches(0.1875), y: 0 },
  }),
  letter({
    id: 'letter-22806',
    products: 'Avery 22806',
    inches: '2 × 2',
    label: { width: inches(2), height: inches(2) },
    columns: 3,
    rows: 4,
    margin: { left: inches(0.625), top: inches(0.625) },
    gap: { x: inches(0.625), y: inches(1.75 / 3) },
  }),
  alone({
    id: 'tape-62',
    products: 'Brother DK-22205',
    kind: 'tape',
    label: { width: 62, height: 40 },
    dotsPerInch: 300,
  }),
  alone({
    id: 'thermal-50x30',
    kind: 'single',
    label: { width: 50, height: 30 },
    dotsPerInch: 203.2,
  }),
];

export function stockOf(id: string): LabelStock | undefined {
  return STOCKS.find((stock) => stock.id === id);
}

export function labelsPerPage(stock: LabelStock): number {
  return stock.columns * stock.rows;
}

/** Where the n-th label of a page lies, counted from 0, row by row. */
export function labelBox(stock: LabelStock, index: number): Box {
  const column = index % stock.columns;
  const row = Math.floor(index / stock.columns);
  return {
    x: stock.margin.left + column * (stock.label.width + stock.gap.x),
    y: stock.margin.top + row * (stock.label.height + stock.gap.y),
    ...stock.label,
  };
}

/** Office printers leave about this much of a sheet blank at each edge; label printers far less. */
const UNPRINTABLE = { sheet: 4.5, tape: 2, single: 1.5 } as const;
const INSET = { small: 2, large: 6 };
const LARGE_LABEL = 90;

/** What may be printed on one label: clear of its edge, and of the part of the page that a printer cannot reach. */
export function printableBox(stock: LabelStock): Box {
  const { width, height } = stock.label;
  const inset = Math.min(width, height) > LARGE_LABEL ? INSET.large : INSET.small;
  const edge = UNPRINTABLE[stock.kind];
  const x = Math.max(stock.kind === 'single' ? edge : inset, edge - stock.margin.left);
  const y = Math.max(stock.kind === 'single' ? edge : inset, edge - stock.margin.top);
  return { x, y, width: width - 2 * x, height: height - 2 * y };
}
