import type { LabelStock, OwnLabelStock, PrintLabels } from '@latchkey/api-client';

export type Geometry = Omit<LabelStock, 'id' | 'name'>;
export const OWN = 'own';

/** Of a sheet without a name: A4, three columns of eight. */
export const FIRST_OWN: OwnLabelStock = {
  kind: 'sheet',
  shape: 'rect',
  page: { width: 210, height: 297 },
  label: { width: 64, height: 34 },
  columns: 3,
  rows: 8,
  margin: { left: 7, top: 12 },
  gap: { x: 2, y: 0 },
};

export interface PrintChoice {
  stock: string;
  own: OwnLabelStock;
  /** The first label of the first sheet that is free, from 1. */
  startAt: number;
  copies: number;
}

export const perSheet = ({ columns, rows }: Geometry): number => columns * rows;

/** So many sheets (or single labels) leave the printer. */
export const sheetsFor = (geometry: Geometry, { startAt, copies }: PrintChoice, labels: number): number =>
  labels === 0 ? 0 : Math.ceil((startAt - 1 + labels * copies) / perSheet(geometry));

export interface Place {
  number: number;
  /** In percent of the page. */
  left: number;
  top: number;
  width: number;
  height: number;
  state: 'used' | 'printed' | 'free';
}

const percent = (part: number, whole: number): number => (part / whole) * 100;

/** Where each label of the first sheet lies, and whether it is gone already, gets printed or stays free. */
export const placesOf = (geometry: Geometry, { startAt, copies }: PrintChoice, labels: number): Place[] => {
  const { page, label, margin, gap, columns } = geometry;
  return Array.from({ length: perSheet(geometry) }, (_, index) => {
    const number = index + 1;
    const isPrinted = number >= startAt && number < startAt + labels * copies;
    return {
      number,
      left: percent(margin.left + (index % columns) * (label.width + gap.x), page.width),
      top: percent(margin.top + Math.floor(index / columns) * (label.height + gap.y), page.height),
      width: percent(label.width, page.width),
      height: percent(label.height, page.height),
      state: number < startAt ? 'used' : isPrinted ? 'printed' : 'free',
    };
  });
};

export type OwnProblem = 'wide' | 'high' | 'small' | 'round';

/** What cannot be printed, before the server says so. */
export const ownProblems = ({ page, label, margin, gap, columns, rows, shape }: OwnLabelStock): OwnProblem[] => {
  const found: [OwnProblem, boolean][] = [
    ['small', Math.min(label.width, label.height) < 20],
    ['wide', margin.left + columns * label.width + (columns - 1) * gap.x > page.width + 0.05],
    ['high', margin.top + rows * label.height + (rows - 1) * gap.y > page.height + 0.05],
    ['round', shape === 'round' && label.width !== label.height],
  ];
  return found.filter(([, isSo]) => isSo).map(([problem]) => problem);
};

export const toPrint = (choice: PrintChoice, labelIds: string[]): PrintLabels => ({
  labelIds,
  startAt: choice.startAt,
  copies: choice.copies,
  ...(choice.stock === OWN ? { ownStock: choice.own } : { stock: choice.stock }),
});
