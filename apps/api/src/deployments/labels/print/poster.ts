import { Readable } from 'node:stream';
import { addressInWords } from './layout/draw-label.js';
import { clean, fitText } from '../../../printing/fit-text.js';
import { POSTER_TEXTS, type PosterStep, type PosterTexts, type PrintLanguage } from './label-texts.js';
import { PrintDocument } from '../../../printing/pdf/document.js';
import { readPicture } from '../../../printing/pdf/picture.js';
import { panel } from '../../../printing/pdf/shapes.js';
import type { FontName } from '../../../printing/pdf/true-type.js';
import type { PrintCompany } from './print-labels.js';
import { encodeModules, planQr } from '../../../printing/qr-code.js';
import type { Box } from '../../../printing/box.js';

export interface PosterJob {
  company: PrintCompany;
  deployment: { name: string };
  /** Shown as a large code; without it the poster sends people to the labels on the machines. */
  url?: string | null;
  /** Of the language when left out; at most four. */
  steps?: readonly PosterStep[];
  /** Printed only when given: a poster with it gives everybody who sees it a way in. */
  pin?: string | null;
  language: PrintLanguage;
  pageSize: 'A4' | 'Letter';
}

const PAGES = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } } as const;
const MARGIN = 16;
const LEADING = 1.25;
const INK = '0.09 0.13 0.18';
const QUIET = '0.36 0.41 0.47';
const ACCENT = '0.03 0.39 0.36';
const TINT = '0.92 0.965 0.955';
const WHITE = '1 1 1';
const MOST_STEPS = 4;
/** Of a step's words, where its panel is at least STEP_HEIGHT high. */
const TITLE = 7;
const TEXT = 5;
const STEP_HEIGHT = 24;

interface Poster {
  document: PrintDocument;
  page: { width: number; height: number };
  texts: PosterTexts;
  job: PosterJob;
  drawn: string;
}

/** One page for the wall: how to report a problem here. */
export function printPoster(job: PosterJob): Readable {
  return Readable.from(posterOf(job), { objectMode: false });
}

async function* posterOf(job: PosterJob): AsyncGenerator<Buffer> {
  const texts = POSTER_TEXTS[job.language];
  const logo = job.company.logo ? await readPicture(job.company.logo) : undefined;
  const title = `${clean(job.company.name)} · ${clean(job.deployment.name)}`;
  const document = new PrintDocument({ title, language: job.language }, logo);
  const poster: Poster = { document, page: PAGES[job.pageSize], texts, job, drawn: '' };
  const top = drawHead(poster);
  const foot = drawFoot(poster);
  drawBody(poster, { x: MARGIN, y: top, width: poster.page.width - 2 * MARGIN, height: foot - top });
  document.file.page(poster.page, poster.drawn);
  document.finish();
  yield document.file.take();
}

interface Paragraph {
  text: string;
  font?: FontName;
  size: number;
  lines: number;
  colour?: string;
  align?: 'left' | 'centre';
}

/** Draws into the width of the box, from its top or in the middle of its height, and tells where the text ends. */
function write(poster: Poster, box: Omit<Box, 'height'> & Partial<Box>, what: Paragraph): number {
  const font = what.font ?? 'regular';
  const measure = poster.document.fonts[font];
  const room = { width: box.width, size: what.size, least: what.size * 0.5, lines: what.lines };
  const { lines, size } = fitText(measure, [clean(what.text)], room);
  const used = lines.length * size * LEADING;
  const top = box.y + Math.max(0, ((box.height ?? used) - used) / 2);
  lines.forEach((text, index) => {
    const x = what.align === 'centre' ? box.x + (box.width - measure.widthOf(text) * size) / 2 : box.x;
    const baseline = top + size * (0.98 + index * LEADING);
    poster.drawn += poster.document.text({ text, font, size, x, baseline, colour: what.colour ?? INK });
  });
  return top + used;
}

/** Company and deployment, then the headline on the accent colour. */
function drawHead(poster: Poster): number {
  const { document, page, job, texts } = poster;
  const width = page.width - 2 * MARGIN;
  let left: number = MARGIN;
  if (document.logo) {
    const ratio = document.logo.width / document.logo.height;
    const logoWidth = Math.min(14 * ratio, 50);
    const height = logoWidth / ratio;
    poster.drawn += document.drawLogo({ x: left, y: MARGIN + (14 - height) / 2, width: logoWidth, height });
    left += logoWidth + 5;
  }
  const room = page.width - MARGIN - left;
  const next = write(
    poster,
    { x: left, y: MARGIN, width: room },
    { text: job.company.name, font: 'bold', size: 6, lines: 1 },
  );
  write(poster, { x: left, y: next, width: room }, { text: job.deployment.name, size: 4.6, lines: 1, colour: QUIET });
  const banner = { x: MARGIN, y: MARGIN + 20, width, height: 38 };
  poster.drawn += panel(banner, { radius: 5, colour: ACCENT });
  const inside = { ...banner, x: banner.x + 10, width: width - 20 };
  write(poster, inside, { text: texts.title, font: 'bold', size: 13, lines: 2, colour: WHITE, align: 'centre' });
  return banner.y + banner.height + 8;
}

function drawFoot(poster: Poster): number {
  const { page, texts, job } = poster;
  const width = page.width - 2 * MARGIN;
  const top = page.height - MARGIN - 16;
  const host = job.url ? addressInWords(job.url).address : '';
  const first = host ? `${host}` : texts.address;
  const next = write(
    poster,
    { x: MARGIN, y: top, width },
    { text: first, font: host ? 'bold' : 'regular', size: 4.4, lines: 1, align: 'centre' },
  );
  write(
    poster,
    { x: MARGIN, y: next + 1.5, width },
    { text: texts.neverAsks, size: 4.2, lines: 1, align: 'centre', colour: QUIET },
  );
  return top - 6;
}

function drawBody(poster: Poster, body: Box): void {
  const { job, texts } = poster;
  const steps = (job.steps ?? texts.steps).slice(0, MOST_STEPS);
  const pinHeight = job.pin ? 20 : 0;
  const qrSide = job.url ? Math.min(body.height * 0.4, 84) : 0;
  const above = qrSide > 0 ? qrSide + 6 : 0;
  const below = pinHeight > 0 ? pinHeight + 6 : 0;
  if (job.url) drawCode(poster, { x: body.x, y: body.y, width: body.width, height: qrSide }, job.url);
  drawSteps(poster, { ...body, y: body.y + above, height: body.height - above - below }, steps);
  if (job.pin) drawPin(poster, { ...body, y: body.y + body.height - pinHeight, height: pinHeight }, job.pin);
}

function drawCode(poster: Poster, box: Box, url: string): void {
  const plan = planQr(Buffer.byteLength(url), box.height);
  const blank = (box.height - plan.modules * plan.moduleSize) / 2;
  const x = box.x + (box.width - box.height) / 2 + blank;
  poster.drawn += poster.document.qr(encodeModules(url, plan), { x, y: box.y + blank, moduleSize: plan.moduleSize });
}

function drawSteps(poster: Poster, box: Box, steps: readonly PosterStep[]): void {
  const gap = 5;
  const height = Math.min((box.height - gap * (steps.length - 1)) / steps.length, 44);
  const blank = Math.max(0, (box.height - steps.length * height - gap * (steps.length - 1)) / 2);
  steps.forEach((step, index) => {
    const y = box.y + blank + index * (height + gap);
    poster.drawn += panel({ x: box.x, y, width: box.width, height }, { radius: 4, colour: TINT });
    const disc = Math.min(18, height * 0.66);
    const mark = { x: box.x + 7, y: y + (height - disc) / 2, width: disc, height: disc };
    poster.drawn += panel(mark, { radius: disc / 2, colour: ACCENT });
    const digit = {
      text: String(index + 1),
      font: 'bold',
      size: disc * 0.55,
      lines: 1,
      colour: WHITE,
      align: 'centre',
    } as const;
    write(poster, mark, digit);
    const left = mark.x + disc + 8;
    const words = { x: left, width: box.x + box.width - 7 - left };
    const scale = Math.min(1, height / STEP_HEIGHT);
    const total = (TITLE + 2 * TEXT) * LEADING * scale;
    const top = { ...words, y: y + Math.max(1, (height - total) / 2) };
    const next = write(poster, top, { text: step.title, font: 'bold', size: TITLE * scale, lines: 1 });
    write(poster, { ...words, y: next }, { text: step.text, size: TEXT * scale, lines: 2, colour: QUIET });
  });
}

function drawPin(poster: Poster, box: Box, pin: string): void {
  const shown = `${poster.texts.pin} ${Array.from(clean(pin)).join(' ')}`;
  write(poster, box, { text: shown, font: 'bold', size: 16, lines: 1, align: 'centre', colour: ACCENT });
}
