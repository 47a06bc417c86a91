import { Readable } from 'node:stream';
import type { Sheet } from './sheet.js';
import { Portions, worksheet, type WorksheetLimits } from './sheet-xml.js';
import { type ZipPart, zipStream } from './zip-stream.js';

/** 1,048,576 lines are all a spreadsheet shows of one worksheet. */
const MOST: WorksheetLimits = { lines: 1_048_576, signs: 1024 ** 3 };

/** A table as an Excel workbook (ECMA-376): only texts, a header that stays in sight, as many worksheets as the lines need. */
export const xlsxStream = (sheet: Sheet, most = MOST): Readable =>
  Readable.from(zipStream(partsOf(sheet, most)), { objectMode: false });

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

async function* partsOf({ name, header, records }: Sheet, most: WorksheetLimits): AsyncGenerator<ZipPart> {
  const portions = await Portions.of(records);
  try {
    let count = 0;
    do {
      count += 1;
      yield { name: `xl/worksheets/sheet${count}.xml`, content: worksheet(header, portions, most) };
    } while (portions.current.length > 0);
    for (const [path, text] of Object.entries(workbook(name, count))) yield { name: path, content: only(text) };
  } finally {
    await portions.close();
  }
}

async function* only(text: string): AsyncGenerator<string> {
  yield XML + text;
}

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
/** 49 is the format "@": text. */
const format = (font: number): string =>
  `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${format(0)}${format(1)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** At most 31 signs, and none of []:*?/\ which no name of an export has. */
const titleOf = (name: string, number: number): string => (number === 1 ? name : `${name.slice(0, 26)} ${number}`);

/** Everything but the worksheets, whose number is known only now. */
function workbook(name: string, count: number): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const each = (write: (number: number) => string): string => numbers.map(write).join('');
  const override = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${KIND}.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}.xml"/>`;
  const relations = (inside: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  const title = name.slice(0, 31);
  return {
    'xl/styles.xml': STYLES,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(
      (number) => `<sheet name="${titleOf(title, number)}" sheetId="${number}" r:id="rId${number}"/>`,
    )}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      each((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}`)) +
        relation('styles', 'styles', 'styles'),
    ),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook')),
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}` +
      `${each((number) => override(`worksheets/sheet${number}`, 'worksheet'))}</Types>`,
  };
}
