import { describe, expect, it } from 'vitest';
import { decodeAll, withPdf } from '../../../../test/pdf.js';
import { POSTER_TEXTS, PRINT_LANGUAGES, TEST_PAGE_TEXTS } from './label-texts.js';
import { printPoster } from './poster.js';
import { STOCKS } from './stocks.js';
import { printTestPage } from './test-page.js';

const squeezed = (text: string): string => text.replaceAll(/\s/g, '');
const POINTS = 72 / 25.4;

describe('the test page', () => {
  it.each(STOCKS.flatMap((stock) => PRINT_LANGUAGES.map((language) => [stock.id, language, stock] as const)))(
    'has the size of the page and says what to do: %s in %s (S1.13)',
    async (_, language, stock) => {
      await withPdf(printTestPage(stock, language), (pdf) => {
        expect(pdf.pages).toBe(1);
        expect(pdf.size(0).width).toBeCloseTo(stock.page.width * POINTS, 1);
        expect(pdf.size(0).height).toBeCloseTo(stock.page.height * POINTS, 1);
        const text = squeezed(pdf.text(0));
        const { steps, small } = TEST_PAGE_TEXTS[language];
        for (const words of stock.kind === 'sheet' ? steps : [small]) expect(text).toContain(squeezed(words));
      });
    },
  );

  it('has a ruler of exactly 100 mm between 0 and 100 (S1.13)', async () => {
    const stock = STOCKS[0];
    if (!stock) throw new Error('No stock');
    await withPdf(printTestPage(stock, 'en'), async (pdf) => {
      const { width, data } = await pdf.render(0, 254);
      const isDark = (x: number, y: number): boolean => (data[(y * width + x) * 4] ?? 255) < 128;
      // Ten dots a millimetre: 3.5 mm under the ruler's edge only the ticks of every tenth millimetre are left.
      const row = Math.round(((297 - 110) / 2 + 22 + 3.5) * 10);
      const left = Math.round(((210 - 184) / 2 + 8) * 10);
      for (let tick = 0; tick <= 150; tick += 10) {
        const around = [-8, -4, 0, 4].map(
          (off) => isDark(left + tick * 10 + off, row) || isDark(left + tick * 10 + off - 1, row),
        );
        expect([tick, ...around]).toEqual([tick, false, false, true, false]);
      }
    });
  });
});

describe('the poster', () => {
  const url = 'https://portal.arbor-service.example/p/7K2M9QX4TD0Z#k=Zb3xQ9vT7wLr2Ks5YaB1cD';
  const job = { company: { name: 'Arbor AB' }, deployment: { name: 'Κέντρο διανομής' }, pageSize: 'A4' } as const;

  it.each(PRINT_LANGUAGES)('says how to report and its code decodes, in %s (S1.13, D5)', async (language) => {
    await withPdf(printPoster({ ...job, language, url }), async (pdf) => {
      const text = squeezed(pdf.text(0));
      const { title, steps, neverAsks } = POSTER_TEXTS[language];
      const words = steps.flatMap((step) => [step.title, step.text]);
      for (const word of [title, neverAsks, 'Arbor AB', 'Κέντρο διανομής', ...words]) {
        expect(text).toContain(squeezed(word));
      }
      for (const dotsPerInch of [300, 240]) {
        expect(await decodeAll(await pdf.render(0, dotsPerInch))).toMatchObject([{ text: url }]);
      }
    });
  });

  it('shows the PIN only when it is given (S1.13)', async () => {
    await withPdf(printPoster({ ...job, language: 'en', pageSize: 'Letter' }), (pdf) => {
      expect(pdf.size(0)).toMatchObject({ width: 612, height: 792 });
      expect(pdf.text(0)).not.toMatch(/\d \d \d \d/);
    });
    await withPdf(printPoster({ ...job, language: 'en', pin: '4821' }), (pdf) => {
      expect(squeezed(pdf.text(0))).toContain('PIN4821');
    });
  });
});
