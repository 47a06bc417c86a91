import { Readable } from 'node:stream';
import { drawLabel, type LabelSetting, type LabelToPrint } from './layout/draw-label.js';
import { clean } from '../../../printing/fit-text.js';
import { planLabel } from './layout/label-plan.js';
import { LABEL_TEXTS, type PrintLanguage } from './label-texts.js';
import { PrintDocument } from '../../../printing/pdf/document.js';
import { readPicture } from '../../../printing/pdf/picture.js';
import { PrintProblem } from '../../../printing/print-problem.js';
import { planQr, SMALLEST_MODULE } from '../../../printing/qr-code.js';
import { labelBox, labelsPerPage, type LabelStock } from './stocks.js';

export type { LabelToPrint } from './layout/draw-label.js';

export interface PrintCompany {
  name: string;
  /** PNG or JPEG. */
  logo?: Uint8Array | null;
}

export interface LabelJob {
  stock: LabelStock;
  /** The first label of the first sheet to use, counted from 1: a sheet that was begun is used up. */
  startAt?: number;
  /** Of each label, one after the other. */
  copies?: number;
  company: PrintCompany;
  language: PrintLanguage;
  labels: AsyncIterable<LabelToPrint> | Iterable<LabelToPrint>;
}

const MOST_COPIES = 100;
const CHUNK = 64 * 1024;

/** Why these labels cannot be printed on this stock, before a byte is sent; `url` is the longest address among them. */
export function printProblem(
  job: Pick<LabelJob, 'stock' | 'startAt' | 'copies'>,
  url: string,
): PrintProblem | undefined {
  const limit = labelsPerPage(job.stock);
  const { startAt = 1, copies = 1 } = job;
  if (!Number.isInteger(startAt) || startAt < 1 || startAt > limit)
    return new PrintProblem('start.out_of_range', { limit });
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES) {
    return new PrintProblem('copies.out_of_range', { limit: MOST_COPIES });
  }
  const side = planLabel(job.stock).qr.width;
  const { moduleSize } = planQr(Buffer.byteLength(url), side, job.stock.dotsPerInch);
  if (moduleSize >= SMALLEST_MODULE) return undefined;
  return new PrintProblem('stock.label_too_small', { moduleMm: moduleSize, leastMm: SMALLEST_MODULE });
}

/**
 * A PDF of labels, written while `labels` is read: no more than one page is in memory. Fails with a PrintProblem, also in
 * the middle, when a label cannot be printed. It computes while it runs: use printInWorker where others wait.
 */
export function printLabels(job: LabelJob): Readable {
  return Readable.from(pdfOf(job), { objectMode: false });
}

/** The same as chunks, for a thread of its own. */
export async function* pdfOf(job: LabelJob): AsyncGenerator<Buffer> {
  const { stock, startAt = 1, copies = 1 } = job;
  const problem = printProblem(job, '');
  if (problem) throw problem;
  const setting = await settingOf(job);
  const { file } = setting.document;
  const perPage = labelsPerPage(stock);
  let place = startAt - 1;
  let page = '';
  let size = 0;
  for await (const label of job.labels) {
    for (let copy = 0; copy < copies; copy += 1) {
      page += drawLabel(setting, label, labelBox(stock, place));
      place += 1;
      if (place < perPage) continue;
      file.page(stock.page, page);
      page = '';
      place = 0;
    }
    const taken = file.takeWhenOver(CHUNK);
    if (taken) yield taken;
    size += 1;
  }
  if (size === 0) throw new PrintProblem('labels.none');
  if (page !== '') file.page(stock.page, page);
  setting.document.finish();
  yield file.take();
}

async function settingOf(job: LabelJob): Promise<LabelSetting> {
  const company = clean(job.company.name);
  const logo = job.company.logo ? await readPicture(job.company.logo) : undefined;
  return {
    document: new PrintDocument({ title: company, language: job.language }, logo),
    stock: job.stock,
    plan: planLabel(job.stock),
    company,
    texts: LABEL_TEXTS[job.language],
    fitted: new Map(),
  };
}
