import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Cell } from './sheet.js';
import { xlsxStream } from './xlsx-file.js';

async function* from(records: readonly (readonly Cell[])[]) {
  yield* records;
}

/** What another program reads in it. */
const readBack = async (records: readonly (readonly Cell[])[], most?: Parameters<typeof xlsxStream>[1]) => {
  const header = (records[0] ?? ['a']).map((_, index) => `column_${index}`);
  const file = await buffer(xlsxStream({ name: 'people', header, records: from(records) }, most));
  return { bytes: file, sheets: (await readXlsx(file)).sheets };
};

describe('an Excel workbook (D17, A15)', () => {
  it.each([
    ['a formula', '=1+1'],
    ['a formula behind a quote', '"=cmd|x'],
    ['a phone number', '+46701234567'],
    ['a number that is a text', '00123'],
    ['a long number', '12345678901234567890'],
    ['what looks like a date', '1-2'],
    ['several lines', 'one\ntwo\n'],
    ['signs beyond the first plane', 'Åsa 👩‍🔧 𝔏'],
    ['marks of XML', `<a href="x">&amp;</a> ]]>`],
    ['spaces at both ends', '  x  '],
    ['what reads like an escape', '_x0041_ and _x000d_'],
  ])('keeps %s as it is, as text', async (_, text) => {
    const { sheets } = await readBack([[text, 'end']]);
    expect(sheets[0]?.rows).toEqual([
      ['column_0', 'column_1'],
      [text, 'end'],
    ]);
  });

  it('leaves out what a file of this kind cannot say, and cuts what no cell holds', async () => {
    const { sheets } = await readBack([
      ['a\u0000\u0008b\r\nc\u001F\uFFFEd', 'x'.repeat(40_000)],
      [null, ''],
      [7, 'end'],
    ]);
    expect(sheets[0]?.rows.slice(1)).toEqual([
      ['ab\ncd', `${'x'.repeat(32_766)}…`],
      [null, null],
      ['7', 'end'],
    ]);
  });

  it('has more than 26 columns, and none of its lines is lost between two portions', async () => {
    const wide = Array.from({ length: 250 }, (_, line) => Array.from({ length: 30 }, (__, at) => `${line} ${at}`));
    const { sheets } = await readBack(wide);
    expect(sheets[0]?.rows.slice(1)).toEqual(wide);
  });

  it('goes on in a further worksheet, with the header, where one is full', async () => {
    const lines = Array.from({ length: 250 }, (_, index) => [String(index)]);
    const { sheets } = await readBack(lines, { lines: 101, signs: 1e9 });
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['people', 101],
      ['people 2', 101],
      ['people 3', 51],
    ]);
    expect(sheets.flatMap(({ rows }) => rows.slice(1))).toEqual(lines);
    expect(sheets[2]?.rows[0]).toEqual(['column_0']);
  });

  it('is a whole file without a line, and is the same for the same lines', async () => {
    const [empty, again] = [await readBack([]), await readBack([])];
    expect(empty.sheets[0]?.rows).toEqual([['column_0']]);
    expect(empty.bytes.equals(again.bytes)).toBe(true);
  });
});
