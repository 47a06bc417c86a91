import { describe, expect, it } from 'vitest';
import { decodeAll, type FoundCode, type ReadPdf, withPdf } from '../../../../test/pdf.js';
import { LABEL_TEXTS, PRINT_LANGUAGES } from './label-texts.js';
import { groupCode } from './layout/draw-label.js';
import { planLabel } from './layout/label-plan.js';
import { type LabelJob, type LabelToPrint, printLabels, printProblem } from './print-labels.js';
import { planQr, QUIET_ZONE, SMALLEST_MODULE } from '../../../printing/qr-code.js';
import { labelBox, labelsPerPage, type LabelStock, stockOf, STOCKS } from './stocks.js';

/** As long as real ones: a host of usual length, a public id of 12 characters, a secret of 22. */
function labelAt(index: number): LabelToPrint {
  const number = String(index + 1).padStart(5, '0');
  return {
    url: `https://portal.arbor-service.example/p/7K2M9QX${number}#k=Zb3xQ9${number}tV7wLr2Ks5Y`,
    code: `9QX4T${number}`,
    deviceName: `Conveyor ${number} north`,
    deploymentName: 'Northgate distribution centre',
    position: 'Hall 3, gate 2',
  };
}

function* labelsOf(count: number): Generator<LabelToPrint> {
  for (let index = 0; index < count; index += 1) yield labelAt(index);
}

function jobOf(stock: LabelStock, more: Partial<LabelJob> = {}): LabelJob {
  const company = { name: 'Arbor Field Service GmbH' };
  return { stock, company, language: 'en', labels: labelsOf(labelsPerPage(stock)), ...more };
}

function theStock(id: string): LabelStock {
  const stock = stockOf(id);
  if (!stock) throw new Error(`No stock ${id}`);
  return stock;
}

/** Words without blanks and line breaks: an extractor sets those as it likes. */
const squeezed = (text: string): string => text.replaceAll(/\s/g, '');

/** Index of the label a code was found on. */
function placeOf(stock: LabelStock, code: FoundCode): number {
  const x = code.x * stock.page.width;
  const y = code.y * stock.page.height;
  return Array.from({ length: labelsPerPage(stock) }, (_, index) => labelBox(stock, index)).findIndex(
    (box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
}

async function codesByPlace(pdf: ReadPdf, stock: LabelStock, dotsPerInch: number): Promise<Map<number, string>> {
  const found = await decodeAll(await pdf.render(0, dotsPerInch));
  return new Map(found.map((code) => [placeOf(stock, code), code.text]));
}

const expectedCodes = (count: number): [number, string][] =>
  Array.from({ length: count }, (_, index) => [index, labelAt(index).url]);

describe('every code of a sheet', () => {
  it.each(STOCKS.map((stock) => [stock.id, stock] as const))(
    'decodes at 300 dpi and at 80 % scale: %s (S1.11, S1.13)',
    async (_, stock) => {
      const count = labelsPerPage(stock);
      await withPdf(printLabels(jobOf(stock)), async (pdf) => {
        expect(pdf.pages).toBe(1);
        for (const dotsPerInch of [300, 240]) {
          const found = await codesByPlace(pdf, stock, dotsPerInch);
          expect([...found].toSorted(([a], [b]) => a - b)).toEqual(expectedCodes(count));
        }
      });
    },
  );
});

describe('a label', () => {
  it.each(STOCKS.map((stock) => [stock.id, stock] as const))(
    'keeps the quiet zone and modules that phones read: %s (S1.13)',
    (_, stock) => {
      const plan = planLabel(stock);
      const code = planQr(Buffer.byteLength(labelAt(0).url), plan.qr.width, stock.dotsPerInch);
      expect(code.moduleSize).toBeGreaterThanOrEqual(SMALLEST_MODULE);
      expect(code.moduleSize * (code.modules + 2 * QUIET_ZONE)).toBeLessThanOrEqual(plan.qr.width + 1e-6);
      const overlaps =
        plan.text.x < plan.qr.x + plan.qr.width - 1e-6 && plan.text.y < plan.qr.y + plan.qr.height - 1e-6;
      expect(overlaps).toBe(false);
    },
  );

  it.each(PRINT_LANGUAGES.flatMap((language) => STOCKS.map((stock) => [stock.id, language, stock] as const)))(
    'says who, where, the host, the code and that no password is asked: %s in %s (S1.13, D5)',
    async (_, language, stock) => {
      const company = { name: 'Arbor AB' };
      await withPdf(printLabels(jobOf(stock, { language, company, labels: labelsOf(1) })), (pdf) => {
        const text = squeezed(pdf.text(0));
        const { deviceName, deploymentName, position, code } = labelAt(0);
        const words = [deviceName, deploymentName, position ?? '', company.name, groupCode(code)];
        for (const word of [...words, 'portal.arbor-service.example/p/', LABEL_TEXTS[language].neverAsks]) {
          expect(text).toContain(squeezed(word));
        }
        expect(text).not.toContain('#k=');
        expect(text).not.toContain('Zb3xQ9');
      });
    },
  );

  it('shows Greek and Cyrillic as they were given (S1.13)', async () => {
    const names = ['Κλίβανος αποστείρωσης 12', 'Конвейер подачи №7', 'Žižkův Łódź Ørsted ß', 'Σίσυφος – ΰ'];
    const labels = names.map((deviceName, index) => ({ ...labelAt(index), deviceName }));
    await withPdf(printLabels(jobOf(theStock('letter-5163'), { labels })), (pdf) => {
      const text = squeezed(pdf.text(0));
      for (const name of names) expect(text).toContain(squeezed(name.normalize('NFC')));
    });
  });

  it('shows squares for scripts the font lacks, shortens what is too long, and its code still decodes (S1.13)', async () => {
    const stock = theStock('thermal-50x30');
    const names = [
      'מכונה 5',
      '包装机 😀',
      'مضخة',
      'A\u0000B\u200f\ud800',
      'W'.repeat(500),
      'lorem ipsum '.repeat(60),
      '',
      '  ',
    ];
    const labels = names.map((deviceName, index) => ({ ...labelAt(index), deviceName, position: null }));
    await withPdf(printLabels(jobOf(stock, { labels })), async (pdf) => {
      expect(pdf.pages).toBe(names.length);
      for (const page of names.keys()) {
        const found = await decodeAll(await pdf.render(page, 240));
        expect(found.map(({ text }) => text)).toEqual([labelAt(page).url]);
      }
      expect(pdf.text(4)).toContain('…');
    });
  });

  it('groups the code for reading aloud', () => {
    expect(groupCode('7K2M9QX4TD')).toBe('7K2M9 QX4TD');
    expect(groupCode('7K2M-9QX4')).toBe('7K2M 9QX4');
  });
});

describe('a job', () => {
  it('starts at the label that is asked for and prints copies one after the other (S1.11)', async () => {
    const stock = theStock('a4-99x38');
    await withPdf(printLabels(jobOf(stock, { startAt: 12, copies: 2, labels: labelsOf(3) })), async (pdf) => {
      expect(pdf.pages).toBe(2);
      const [a, b, c] = [0, 1, 2].map((index) => labelAt(index).url);
      expect(await codesByPlace(pdf, stock, 240)).toEqual(
        new Map([
          [11, a],
          [12, a],
          [13, b],
        ]),
      );
      const second = await decodeAll(await pdf.render(1, 240));
      const places = second.map((code) => [placeOf(stock, code), code.text] as const).toSorted(([x], [y]) => x - y);
      expect(places).toEqual([
        [0, b],
        [1, c],
        [2, c],
      ]);
    });
  });

  it('is refused with a reason when it cannot be printed (S1.13)', async () => {
    const stock = theStock('a4-63x38');
    const [{ url }] = [labelAt(0)];
    expect(printProblem({ stock, startAt: 22 }, url)).toMatchObject({
      code: 'start.out_of_range',
      details: { limit: 21 },
    });
    expect(printProblem({ stock, copies: 0 }, url)).toMatchObject({ code: 'copies.out_of_range' });
    expect(printProblem({ stock, startAt: 21, copies: 3 }, url)).toBeUndefined();
    const tiny = { ...stock, label: { width: 25, height: 16 } };
    expect(printProblem({ stock: tiny }, url)).toMatchObject({ code: 'stock.label_too_small' });
    await expect(withPdf(printLabels(jobOf(tiny)), () => {})).rejects.toMatchObject({ code: 'stock.label_too_small' });
    await expect(withPdf(printLabels(jobOf(stock, { labels: [] })), () => {})).rejects.toMatchObject({
      code: 'labels.none',
    });
    const logo = Buffer.from('no picture');
    const job = jobOf(stock, { company: { name: 'Arbor', logo } });
    await expect(withPdf(printLabels(job), () => {})).rejects.toMatchObject({ code: 'logo.unreadable' });
  });

  it('puts 10,000 labels into 477 pages and at most 3 MB (S1.11)', async () => {
    const stock = theStock('a4-63x38');
    await withPdf(printLabels(jobOf(stock, { labels: labelsOf(10_000) })), async (pdf) => {
      expect(pdf.pages).toBe(477);
      expect(pdf.bytes.length).toBeLessThan(3_000_000);
      const last = await decodeAll(await pdf.render(476, 240));
      expect(last.map(({ text }) => text).toSorted()).toEqual(
        [9996, 9997, 9998, 9999].map((index) => labelAt(index).url),
      );
    });
  });
});
