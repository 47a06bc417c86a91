import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { download } from '../../../test/download.js';
import { withPdf } from '../../../test/pdf.js';
import { signedInStaff } from '../../../test/staff.js';
import type { LabelStocks } from './label-print.dto.js';

const test = useApp();
let client: Client;
beforeAll(async () => {
  ({ client } = await signedInStaff(test, 'agent'));
});

const A4 = {
  kind: 'sheet',
  shape: 'rect',
  page: { width: 210, height: 297 },
  label: { width: 60.5, height: 40 },
  columns: 3,
  rows: 6,
  margin: { left: 10, top: 15 },
  gap: { x: 4, y: 5 },
};
const SMALL_SHEET = { ...A4, page: { width: 100, height: 150 }, columns: 1, rows: 3, gap: { x: 0, y: 2 } };
const ONE_LABEL = {
  ...SMALL_SHEET,
  kind: 'single',
  page: { width: 60.5, height: 40 },
  rows: 1,
  margin: { left: 0, top: 0 },
};

const testPage = (ownStock: object, language = 'en') =>
  download(client, '/label-stocks/test-page', { ownStock, language });

describe('POST /label-stocks/test-page', () => {
  it.each([
    ['a sheet', A4, ['60.5 × 40 mm', 'Measure both rulers', '150', '18']],
    ['a small sheet', SMALL_SHEET, ['Print at 100 %', '90', '3']],
    ['one label', ONE_LABEL, ['Print at 100 %', '50']],
  ])('gives %s of one’s own outlines and rulers, on one page of its size (S1.13)', async (_, own, words) => {
    const { stream, headers } = await testPage(own);
    expect(headers.get('content-type')).toBe('application/pdf');
    await withPdf(stream, (pdf) => {
      expect(pdf.pages).toBe(1);
      for (const word of words) expect(pdf.text(0).replaceAll(/\s+/g, ' ')).toContain(word);
    });
  });

  it('speaks the language asked for (S1.13)', async () => {
    const { stream } = await testPage(A4, 'sv');
    await withPdf(stream, (pdf) => expect(pdf.text(0)).toContain('Etiketter: 60,5 × 40 mm'));
  });

  it('names each reason why a size cannot be, and is for those who print', async () => {
    const refused = await client.post('/label-stocks/test-page', { ownStock: { ...A4, columns: 4 } });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/ownStock/columns', code: 'wider_than_page' }]);
    expect((await client.post('/label-stocks/test-page', { ownStock: A4, stock: 'a4-63x38' })).status).toBe(422);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.post('/label-stocks/test-page', { ownStock: A4 })).status).toBe(403);
  });
});

describe('GET /label-stocks', () => {
  it('names them in the language of the staff member, or the one asked for (S1.13)', async () => {
    const names = async (by: Client, query = '') =>
      (await by.get<z.output<typeof LabelStocks>>(`/label-stocks${query}`)).body.items.map(({ name }) => name);
    expect((await names(client))[0]).toBe('A4 · 63.5 × 38.1 mm · 21 labels (Avery L7160, Herma 4677)');
    expect(await names(client, '?language=de')).toContain('Endlosrolle 62 mm, Schnitt alle 40 mm (Brother DK-22205)');
    expect((await client.get('/label-stocks?language=xx')).status).toBe(400);
  });
});
