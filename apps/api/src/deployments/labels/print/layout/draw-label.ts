import type { PrintDocument } from '../../../../printing/pdf/document.js';
import { encodeModules, planQr, SMALLEST_MODULE } from '../../../../printing/qr-code.js';
import type { Box } from '../../../../printing/box.js';
import type { LabelStock } from '../stocks.js';
import { PrintProblem } from '../../../../printing/print-problem.js';
import type { LabelTexts } from '../label-texts.js';
import { clean, type FittedText, fitText } from '../../../../printing/fit-text.js';
import { type LabelPlan, LEADING, type Slot, type SlotKind } from './label-plan.js';

export interface LabelToPrint {
  /** What the QR code says, whole. */
  url: string;
  /** To type where there is no camera; shown in groups. */
  code: string;
  deviceName: string;
  deploymentName: string;
  position?: string | null;
}

/** What all labels of a job share. */
export interface LabelSetting {
  document: PrintDocument;
  stock: LabelStock;
  plan: LabelPlan;
  company: string;
  texts: LabelTexts;
  /** Texts that many labels share, fitted once. */
  fitted: Map<string, Fitted>;
}

const MOST_REMEMBERED = 2000;

/** From the top of a line to where its letters stand, in sizes. */
const BASELINE = 0.94;
const LOGO_SCALE = 1.35;
const LOGO_GAP = 0.5;
/** Of the line it stands in. */
const WIDEST_LOGO = 0.3;
/** Letters of a circle's line keep clear of its edge. */
const CIRCLE_MARGIN = 0.5;

/** "7K2M9QX4TD" → "7K2M9 QX4TD": groups of five, or of four where that leaves no rest. */
export function groupCode(code: string): string {
  const plain = code.replaceAll(/[\s-]/g, '');
  const size = plain.length % 5 === 0 || plain.length % 4 !== 0 ? 5 : 4;
  return plain.match(new RegExp(`.{1,${size}}`, 'gu'))?.join(' ') ?? plain;
}

/** The address without scheme and secret: what may be typed, and the host alone. */
export function addressInWords(url: string): { address: string; host: string } {
  const { host, pathname } = new URL(url);
  return { address: pathname === '/' ? host : host + pathname, host };
}

/** Operators for one label whose corner is at (box.x, box.y). */
export function drawLabel(setting: LabelSetting, label: LabelToPrint, box: Box): string {
  const drawing = drawCode(setting, label.url) + drawHeader(setting) + drawWords(setting, wordsOf(setting, label));
  return setting.document.at(box.x, box.y, drawing);
}

function drawCode({ document, stock, plan }: LabelSetting, url: string): string {
  const code = planQr(Buffer.byteLength(url), plan.qr.width, stock.dotsPerInch);
  if (code.moduleSize < SMALLEST_MODULE) {
    throw new PrintProblem('stock.label_too_small', { moduleMm: code.moduleSize, leastMm: SMALLEST_MODULE });
  }
  const blank = (plan.qr.width - code.modules * code.moduleSize) / 2;
  const at = { x: plan.qr.x + blank, y: plan.qr.y + blank, moduleSize: code.moduleSize };
  return document.qr(encodeModules(url, code), at);
}

type Words = Record<SlotKind, readonly string[]>;

/** Each slot's wordings, best first. */
function wordsOf({ company, texts }: LabelSetting, label: LabelToPrint): Words {
  const deployment = clean(label.deploymentName);
  const position = clean(label.position ?? '');
  const { address, host } = addressInWords(label.url);
  return {
    company: [company],
    name: [clean(label.deviceName)],
    deployment: [deployment],
    position: [position],
    place: [[deployment, position].filter(Boolean).join(' · ')],
    call: [texts.call],
    code: [groupCode(clean(label.code))],
    host: [address, host],
    neverAsks: [texts.neverAsks],
  };
}

function drawHeader(setting: LabelSetting): string {
  const { header } = setting.plan;
  if (!header) return '';
  const size = header.height * 0.5;
  const slot: Slot = { kind: 'company', font: 'bold', size, least: 1.5, lines: 1, leading: 1.6, before: 0 };
  const fitted = fitSlot(setting, slot, { wordings: [setting.company], width: header.width });
  return drawLines(setting, fitted, header);
}

interface Fitted extends FittedText {
  slot: Slot;
  /** Stands in front of the text. */
  logo?: { width: number; height: number };
}

function remembered(setting: LabelSetting, slot: Slot, text: { wordings: readonly string[]; width: number }): Fitted {
  const key = `${slot.kind}:${text.wordings[0]}`;
  const known = setting.fitted.get(key);
  if (known) return known;
  const fitted = fitSlot(setting, slot, text);
  if (setting.fitted.size >= MOST_REMEMBERED) setting.fitted.clear();
  setting.fitted.set(key, fitted);
  return fitted;
}

function fitSlot(setting: LabelSetting, slot: Slot, text: { wordings: readonly string[]; width: number }): Fitted {
  const logo = slot.kind === 'company' ? logoSize(setting, slot.size, text.width) : undefined;
  const width = text.width - (logo ? logo.width + slot.size * LOGO_GAP : 0);
  const fitted = fitText(setting.document.fonts[slot.font], text.wordings, { ...slot, width });
  return { ...fitted, slot, ...(logo && { logo }) };
}

function logoSize(
  { document }: LabelSetting,
  size: number,
  room: number,
): { width: number; height: number } | undefined {
  if (!document.logo) return undefined;
  const ratio = document.logo.width / document.logo.height;
  const width = Math.min(size * LOGO_SCALE * ratio, room * WIDEST_LOGO);
  return { width, height: width / ratio };
}

/** Head slots from the top, foot slots from the bottom; what is left over goes between, or between all where there is no foot. */
function drawWords(setting: LabelSetting, words: Words): string {
  const { plan } = setting;
  const slots = plan.slots.filter(({ kind }) => words[kind][0] !== '');
  const tops = topsOf(plan, slots);
  const fitted = slots.map((slot, index) =>
    remembered(setting, slot, { wordings: words[slot.kind], width: lineOf(plan, slot, tops[index] ?? 0).width }),
  );
  const rest = Math.max(0, plan.text.height - fitted.reduce((sum, line) => sum + heightOfLines(line), 0));
  const firstFoot = slots.findIndex((slot) => plan.slots.indexOf(slot) >= plan.footFrom);
  let top = plan.text.y;
  return fitted
    .map((line, index) => {
      top += spread(plan, { rest, index, count: fitted.length, firstFoot });
      const at = lineOf(plan, line.slot, top);
      const drawn = drawLines(setting, line, { x: at.x, y: top, width: at.width });
      top += heightOfLines(line);
      return drawn;
    })
    .join('');
}

/** Blank before a slot. */
function spread(plan: LabelPlan, at: { rest: number; index: number; count: number; firstFoot: number }): number {
  if (at.firstFoot >= 0) return at.index === at.firstFoot ? at.rest : 0;
  if (plan.circle) return 0;
  return at.rest / (at.count + 1);
}

function heightOfLines({ lines, size, slot }: Fitted): number {
  return slot.before * slot.size + lines.length * size * slot.leading;
}

/** Where each slot would start if every slot used all its lines; widths on round labels are measured there. */
function topsOf(plan: LabelPlan, slots: readonly Slot[]): number[] {
  let top = plan.text.y;
  return slots.map((slot) => {
    const start = top;
    top += slot.size * (slot.before + slot.lines * slot.leading);
    return start;
  });
}

function lineOf(plan: LabelPlan, slot: Slot, top: number): { x: number; width: number } {
  if (!plan.circle) return { x: plan.text.x, width: plan.text.width };
  const { x, y, radius } = plan.circle;
  const foot = top + slot.size * (slot.before + slot.leading);
  const depth = Math.max(Math.abs(top - y), Math.abs(foot - y));
  const half = Math.sqrt(Math.max(0, radius ** 2 - depth ** 2)) - CIRCLE_MARGIN;
  return { x: x - half, width: half * 2 };
}

function drawLines(setting: LabelSetting, fitted: Fitted, at: { x: number; y: number; width: number }): string {
  const { document, plan } = setting;
  const { slot, size, logo } = fitted;
  const font = document.fonts[slot.font];
  const gap = logo ? logo.width + slot.size * LOGO_GAP : 0;
  const first = at.y + slot.before * slot.size + ((slot.leading - LEADING) / 2 + BASELINE) * size;
  return fitted.lines
    .map((text, index) => {
      const used = gap + font.widthOf(text) * size;
      const x = plan.align === 'left' ? at.x : at.x + (at.width - used) / 2;
      const baseline = first + index * size * slot.leading;
      const line = document.text({ text, font: slot.font, size, x: x + gap, baseline });
      if (!logo || index > 0) return line;
      const middle = baseline - (font.capHeight * size) / 2;
      return line + document.drawLogo({ x, y: middle - logo.height / 2, ...logo });
    })
    .join('');
}
