import type { FontName } from '../../../../printing/pdf/true-type.js';
import type { Box } from '../../../../printing/box.js';
import { type LabelStock, printableBox } from '../stocks.js';

/** What stands on a label beside the code. `place` is deployment and position on one line. */
export type SlotKind =
  | 'company'
  | 'name'
  | 'deployment'
  | 'position'
  | 'place'
  | 'call'
  | 'code'
  | 'host'
  | 'neverAsks';

export interface Slot {
  kind: SlotKind;
  font: FontName;
  /** Millimetres. */
  size: number;
  least: number;
  lines: number;
  /** Height of a line, and blank before the first, in sizes. */
  leading: number;
  before: number;
}

/** Where things go on every label of a stock, in millimetres from the corner of the label. */
export interface LabelPlan {
  qr: Box;
  /** The company above the code, on tall labels. */
  header?: Box;
  text: Box;
  /** Slots from here on stand at the foot of the text; the others at its head. */
  footFrom: number;
  align: 'left' | 'centre';
  /** Lines get narrower towards the edge of a round label. */
  circle?: { x: number; y: number; radius: number };
  slots: Slot[];
}

export const LEADING = 1.2;
/** A line with the logo in it. */
const LOGO_LEADING = 1.6;
const SMALLEST_TEXT = 1.5;
/** A host that is cut short cannot be checked against the browser's address bar, so it may become very small first. */
const SMALLEST_HOST = 1.2;
const SIZES = { largest: 5, smallest: 1.6, step: 0.05 };
/** On a small label the code gets a larger part of the width. */
const NARROW = 50;
const WIDE = 1.25;
const TALL = 0.8;

interface Style {
  scale: number;
  lines: number;
  font: FontName;
  before?: number;
}
const STYLES: Record<SlotKind, Style> = {
  company: { scale: 1.1, lines: 1, font: 'bold' },
  name: { scale: 1.6, lines: 2, font: 'bold', before: 0.15 },
  deployment: { scale: 1, lines: 1, font: 'regular' },
  position: { scale: 1, lines: 1, font: 'regular' },
  place: { scale: 1, lines: 1, font: 'regular' },
  call: { scale: 1, lines: 1, font: 'regular' },
  code: { scale: 1.35, lines: 1, font: 'bold', before: 0.2 },
  host: { scale: 0.95, lines: 1, font: 'regular' },
  neverAsks: { scale: 0.85, lines: 1, font: 'regular' },
};

interface Shape {
  /** What stands there, most first; the first for which there is room is taken. */
  choices: SlotKind[][];
  lines: Partial<Record<SlotKind, number>>;
  /** Width of the text in units of its size: how long a line is meant to be. */
  measure: number;
}

const BESIDE: Shape = {
  choices: [
    ['company', 'name', 'deployment', 'position', 'call', 'code', 'host', 'neverAsks'],
    ['company', 'name', 'deployment', 'position', 'code', 'host', 'neverAsks'],
    ['company', 'name', 'place', 'code', 'host', 'neverAsks'],
  ],
  lines: { neverAsks: 2, host: 2 },
  measure: 14,
};
const BELOW: Shape = {
  choices: [['name', 'place', 'code', 'company', 'host', 'neverAsks']],
  lines: { name: 1, neverAsks: 1 },
  measure: 17,
};
const BELOW_TALL: Shape = {
  choices: [
    ['name', 'deployment', 'position', 'call', 'code', 'host', 'neverAsks'],
    ['name', 'place', 'code', 'host', 'neverAsks'],
  ],
  lines: {},
  measure: 19,
};
const IN_CIRCLE: Shape = {
  choices: [['name', 'place', 'neverAsks', 'company', 'host', 'code']],
  lines: { name: 1 },
  measure: 17,
};

export function planLabel(stock: LabelStock): LabelPlan {
  const area = printableBox(stock);
  if (stock.shape === 'round') return roundPlan(area);
  const ratio = area.width / area.height;
  if (ratio >= WIDE) return widePlan(area);
  return ratio <= TALL ? tallPlan(area) : squarePlan(area);
}

/** Code on the left, words on the right. */
function widePlan(area: Box): LabelPlan {
  const side = Math.min(area.height, area.width * (area.width < NARROW ? 0.48 : 0.45));
  const gap = Math.min(1.5, area.width * 0.01);
  const qr = { x: area.x, y: area.y + (area.height - side) / 2, width: side, height: side };
  const text = { x: area.x + side + gap, y: area.y, width: area.width - side - gap, height: area.height };
  const slots = slotsFor(BESIDE, text);
  return {
    qr,
    text,
    slots,
    align: 'left',
    footFrom: slots.findIndex(({ kind }) => kind === 'call' || kind === 'code'),
  };
}

function squarePlan(area: Box): LabelPlan {
  const side = Math.min(area.width, area.height * 0.56);
  const qr = { x: area.x + (area.width - side) / 2, y: area.y, width: side, height: side };
  const text = { x: area.x, y: area.y + side, width: area.width, height: area.height - side };
  const slots = slotsFor(BELOW, text);
  return { qr, text, slots, align: 'centre', footFrom: slots.length };
}

function tallPlan(area: Box): LabelPlan {
  const header = { x: area.x, y: area.y, width: area.width, height: area.height * 0.08 };
  const side = Math.min(area.width, area.height * 0.58);
  const top = area.y + header.height;
  const qr = { x: area.x + (area.width - side) / 2, y: top, width: side, height: side };
  const text = { x: area.x, y: top + side, width: area.width, height: area.height - header.height - side };
  const slots = slotsFor(BELOW_TALL, text);
  return { qr, header, text, slots, align: 'centre', footFrom: slots.length };
}

function roundPlan(area: Box): LabelPlan {
  const radius = Math.min(area.width, area.height) / 2;
  const circle = { x: area.x + area.width / 2, y: area.y + area.height / 2, radius };
  const side = radius;
  const top = circle.y - Math.sqrt(radius ** 2 - (side / 2) ** 2);
  const qr = { x: circle.x - side / 2, y: top, width: side, height: side };
  const foot = circle.y + radius * 0.88;
  const text = { x: circle.x - radius, y: top + side, width: radius * 2, height: foot - top - side };
  const slots = slotsFor(IN_CIRCLE, { ...text, width: text.width * 0.9 });
  return { qr, text, slots, circle, align: 'centre', footFrom: slots.length };
}

/** The largest text with which every slot has room for all its lines; the smallest where there is none. */
function slotsFor(shape: Shape, text: Box): Slot[] {
  const largest = Math.max(Math.min(SIZES.largest, text.width / shape.measure), SIZES.smallest);
  let slots: Slot[] = [];
  for (const kinds of shape.choices) {
    for (let unit = largest; unit >= SIZES.smallest - 1e-9; unit -= SIZES.step) {
      slots = kinds.map((kind) => slotAt(kind, unit, shape));
      if (heightOf(slots) <= text.height) return slots;
    }
  }
  return slots;
}

function slotAt(kind: SlotKind, unit: number, shape: Shape): Slot {
  const style = STYLES[kind];
  const size = Math.max(style.scale * unit, SMALLEST_TEXT);
  const lines = shape.lines[kind] ?? style.lines;
  const least = kind === 'host' && lines === 1 ? SMALLEST_HOST : Math.max(SMALLEST_TEXT, size * 0.55);
  const leading = kind === 'company' ? LOGO_LEADING : LEADING;
  return { kind, font: style.font, size, least: Math.min(least, size), lines, leading, before: style.before ?? 0 };
}

function heightOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, slot) => sum + slot.size * (slot.before + slot.lines * slot.leading), 0);
}
