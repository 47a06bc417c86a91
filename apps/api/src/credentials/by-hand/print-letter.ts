import { Readable } from 'node:stream';
import { clean, fitText } from '../../printing/fit-text.js';
import { PrintDocument } from '../../printing/pdf/document.js';
import { readPicture } from '../../printing/pdf/picture.js';
import type { FontName } from '../../printing/pdf/true-type.js';
import { encodeModules, planQr } from '../../printing/qr-code.js';
import type { SendLanguage } from '../sends/credential-texts.js';
import { LETTER_TEXTS } from './letter-texts.js';

export interface LetterJob {
  company: { name: string; logo: Buffer | null; contact: { phone: string; email: string; text: string } };
  name: string;
  customer: string;
  loginId: string;
  url: string;
  code: string;
  codePage: string;
  until: string;
  language: SendLanguage;
}

/** A4, in millimetres. */
const PAGE = { width: 210, height: 297 } as const;
const MARGIN = 25;
const WIDTH = PAGE.width - 2 * MARGIN;
const LEADING = 1.4;
const LOGO = { height: 14, width: 60 } as const;
const QR_SIDE = 52;
const QUIET = '0.36 0.41 0.47';
const INK = '0.09 0.13 0.18';

interface Line {
  text: string;
  font?: FontName;
  size?: number;
  colour?: string;
  lines?: number;
  /** Blank below it. */
  gap?: number;
}

interface Sheet {
  document: PrintDocument;
  drawn: string;
  /** Where the next line begins. */
  y: number;
}

/** One page with the way in: a code to scan, and the same to type. */
export function printLetter(job: LetterJob): Readable {
  return Readable.from(letterOf(job), { objectMode: false });
}

async function* letterOf(job: LetterJob): AsyncGenerator<Buffer> {
  const texts = LETTER_TEXTS[job.language];
  const logo = job.company.logo ? await readPicture(job.company.logo) : undefined;
  const document = new PrintDocument({ title: clean(texts.title(job.company.name)), language: job.language }, logo);
  const sheet: Sheet = { document, drawn: '', y: MARGIN };
  drawHead(sheet, job);
  drawWhy(sheet, job);
  drawCode(sheet, job);
  drawHelp(sheet, job);
  document.file.page(PAGE, sheet.drawn);
  document.finish();
  yield document.file.take();
}

/** As many lines as are needed, smaller where they would be too many. */
function write(sheet: Sheet, line: Line): void {
  const { font = 'regular', size = 4, colour = INK, gap = 2 } = line;
  const room = { width: WIDTH, size, least: size * 0.6, lines: line.lines ?? 1 };
  const fitted = fitText(sheet.document.fonts[font], [clean(line.text)], room);
  for (const text of fitted.lines) {
    const at = { text, font, size: fitted.size, x: MARGIN, baseline: sheet.y + fitted.size, colour };
    sheet.drawn += sheet.document.text(at);
    sheet.y += fitted.size * LEADING;
  }
  sheet.y += gap;
}

function drawHead(sheet: Sheet, { company }: LetterJob): void {
  const { logo } = sheet.document;
  if (logo) {
    const width = Math.min((LOGO.height * logo.width) / logo.height, LOGO.width);
    const height = (width * logo.height) / logo.width;
    sheet.drawn += sheet.document.drawLogo({ x: MARGIN, y: sheet.y, width, height });
    sheet.y += height + 4;
  }
  write(sheet, { text: company.name, font: 'bold', size: 5, gap: 18 });
}

function drawWhy(sheet: Sheet, { company, customer, name, language }: LetterJob): void {
  const texts = LETTER_TEXTS[language];
  write(sheet, { text: texts.title(company.name), font: 'bold', size: 7, lines: 2, gap: 6 });
  write(sheet, { text: texts.greeting(name), lines: 2, gap: 3 });
  write(sheet, { text: texts.why(company.name, customer), lines: 5, gap: 8 });
  write(sheet, { text: texts.scan, font: 'bold', lines: 2, gap: 4 });
}

function drawCode(sheet: Sheet, job: LetterJob): void {
  const texts = LETTER_TEXTS[job.language];
  const plan = planQr(Buffer.byteLength(job.url), QR_SIDE);
  const at = { x: MARGIN, y: sheet.y, moduleSize: plan.moduleSize };
  sheet.drawn += sheet.document.qr(encodeModules(job.url, plan), at);
  sheet.y += plan.modules * plan.moduleSize + 8;
  write(sheet, { text: texts.orType(job.codePage), lines: 3, gap: 3 });
  write(sheet, { text: `${texts.code}: ${job.code}`, font: 'bold', size: 6, gap: 2 });
  write(sheet, { text: `${texts.login}: ${job.loginId}`, lines: 2, gap: 6 });
  write(sheet, { text: texts.until(job.until), lines: 2, gap: 1 });
  write(sheet, { text: texts.once, lines: 3, gap: 8 });
}

function drawHelp(sheet: Sheet, { company, language }: LetterJob): void {
  const { phone, email, text } = company.contact;
  const ways = [phone, email, text].filter((one) => one !== '');
  if (ways.length === 0) return;
  write(sheet, { text: LETTER_TEXTS[language].help, font: 'bold', gap: 1 });
  for (const one of ways) write(sheet, { text: one, lines: 3, gap: 0, colour: QUIET });
}
