import { Readable } from 'node:stream';
import { fitText } from '../../../printing/fit-text.js';
import { type PrintLanguage, TEST_PAGE_TEXTS, type TestPageTexts } from './label-texts.js';
import { PrintDocument } from '../../../printing/pdf/document.js';
import { line, outline } from '../../../printing/pdf/shapes.js';
import { stockName } from './stock-names.js';
import { labelBox, labelsPerPage, type LabelStock } from './stocks.js';

const INCH = 25.4;
const HAIR = 0.1;

interface TestPage {
  document: PrintDocument;
  stock: LabelStock;
  texts: TestPageTexts;
  name: string;
}

/** One page with the outlines of every label and rulers: shows on plain paper whether printer and stock agree. */
export function printTestPage(stock: LabelStock, language: PrintLanguage): Readable {
  const texts = TEST_PAGE_TEXTS[language];
  const name = stockName(stock, language);
  const document = new PrintDocument({ title: `${texts.title} · ${name}`, language });
  const test = { document, stock, texts, name };
  document.file.page(
    stock.page,
    outlines(test) + (hasRoomForCard(stock) ? rulers(test) + advice(test) : smallRulers(test)),
  );
  document.finish();
  return Readable.from([document.file.take()], { objectMode: false });
}

function outlines({ document, stock }: TestPage): string {
  const size = 5;
  return Array.from({ length: labelsPerPage(stock) }, (_, index) => {
    const box = labelBox(stock, index);
    const frame = outline(box, { shape: stock.shape, width: HAIR });
    if (stock.kind !== 'sheet') return frame;
    const text = String(index + 1);
    const middle = (box.width - document.fonts.bold.widthOf(text) * size) / 2;
    const x = box.x + (stock.shape === 'round' ? middle : 3 + Math.max(0, 3 - stock.margin.left));
    return frame + document.text({ text, font: 'bold', size, x, baseline: box.y + 3 + size, colour: '0.6 0.6 0.6' });
  }).join('');
}

interface Ruler {
  x: number;
  y: number;
  /** In units. */
  length: number;
  unit: 'mm' | 'in';
  direction: 'right' | 'down';
}

const UNITS = {
  mm: { step: 1, perNumber: 10, numberOf: (tick: number) => tick },
  in: { step: INCH / 8, perNumber: 8, numberOf: (tick: number) => tick / 8 },
} as const;
const TICKS = { long: 4, middle: 2.8, short: 1.8 };

function tickLength(tick: number, perNumber: number): number {
  if (tick % perNumber === 0) return TICKS.long;
  return tick % (perNumber / 2) === 0 ? TICKS.middle : TICKS.short;
}

/** Ticks along an edge; the long ones have a number. */
function ruler({ document }: TestPage, { x, y, length, unit, direction }: Ruler): string {
  const { step, perNumber, numberOf } = UNITS[unit];
  const ticks = unit === 'mm' ? length : length * perNumber;
  const isRight = direction === 'right';
  // Along the edge, and away from it.
  const place = (along: number, away: number): { x: number; y: number } =>
    isRight ? { x: x + along, y: y + away } : { x: x + away, y: y + along };
  const stroke = (from: { x: number; y: number }, to: { x: number; y: number }, width: number): string =>
    line({ ...from, toX: to.x, toY: to.y }, width);
  let drawn = stroke(place(0, 0), place(ticks * step, 0), 0.2);
  for (let tick = 0; tick <= ticks; tick += 1) {
    const size = tickLength(tick, perNumber);
    const at = tick * step;
    drawn += stroke(place(at, 0), place(at, size), size === TICKS.long ? 0.2 : 0.1);
    if (size !== TICKS.long) continue;
    const foot = isRight ? { x: x + at + 0.6, baseline: y + 4.6 } : { x: x + 4.4, baseline: y + at + 2.4 };
    drawn += document.text({ text: String(numberOf(tick)), font: 'regular', size: 2.2, ...foot });
  }
  return drawn;
}

/** One card in the middle of the sheet: everything in it can be printed by every printer. */
function rulers(test: TestPage): string {
  const card = cardOf(test.stock);
  const { document, texts } = test;
  const millimetres = { x: card.x + 8, y: card.y + 22, length: 150, unit: 'mm', direction: 'right' } as const;
  const inch = { x: card.x + 8, y: card.y + 34, length: 6, unit: 'in', direction: 'right' } as const;
  const down = { x: card.x + card.width - 14, y: card.y + 22, length: 80, unit: 'mm', direction: 'down' } as const;
  const title = document.text({ text: texts.title, font: 'bold', size: 6.5, x: card.x + 8, baseline: card.y + 10.5 });
  const fitted = fitText(document.fonts.regular, [`${texts.stock}: ${test.name}`], {
    width: 155,
    size: 3.4,
    least: 2,
    lines: 1,
  });
  const stock = document.text({
    text: fitted.lines[0] ?? '',
    font: 'regular',
    size: fitted.size,
    x: card.x + 8,
    baseline: card.y + 16.5,
  });
  return `1 g ${outline(card, { shape: 'rect', width: 0.3, isFilled: true })}0 g\n${title}${stock}${[millimetres, inch, down].map((each) => ruler(test, each)).join('')}`;
}

const CARD = { width: 184, height: 110 };
/** What printers leave blank at the edges of a sheet, and a little. */
const AROUND = 5;

function hasRoomForCard({ kind, page }: LabelStock): boolean {
  return kind === 'sheet' && page.width >= CARD.width + 2 * AROUND && page.height >= CARD.height + 2 * AROUND;
}

function cardOf({ page }: LabelStock): { x: number; y: number; width: number; height: number } {
  const { width, height } = CARD;
  return { x: (page.width - width) / 2, y: (page.height - height) / 2, width, height };
}

function advice({ document, stock, texts }: TestPage): string {
  const card = cardOf(stock);
  let top = card.y + 48;
  let drawn = '';
  texts.steps.forEach((step, index) => {
    const { lines, size } = fitText(document.fonts.regular, [step], { width: 142, size: 3.4, least: 3, lines: 3 });
    drawn += document.text({ text: String(index + 1), font: 'bold', size: 4.2, x: card.x + 8, baseline: top + 3.4 });
    for (const text of lines) {
      drawn += document.text({ text, font: 'regular', size, x: card.x + 15, baseline: top + 3.3 });
      top += size * 1.35;
    }
    top += 2;
  });
  return drawn;
}

/** A label of its own, or a small sheet, has no room for a card: two rulers and one sentence. */
function smallRulers(test: TestPage): string {
  const { document, stock, texts } = test;
  const across = Math.floor((stock.page.width - 8) / 10) * 10;
  const inches = Math.floor((stock.page.width - 8) / INCH);
  const { lines, size } = fitText(document.fonts.regular, [texts.small], {
    width: stock.page.width - 12,
    size: 2.6,
    least: 1.8,
    lines: 4,
  });
  const words = lines.map((text, index) =>
    document.text({ text, font: 'regular', size, x: 6, baseline: 19 + index * size * 1.25 }),
  );
  return (
    ruler(test, { x: 4, y: 3, length: across, unit: 'mm', direction: 'right' }) +
    ruler(test, { x: 4, y: 10, length: inches, unit: 'in', direction: 'right' }) +
    words.join('')
  );
}
