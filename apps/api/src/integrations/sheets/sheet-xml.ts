import type { Cell } from './sheet.js';

/* One worksheet of SpreadsheetML (ECMA-376 part 1, 18.3). Every cell is a text, so that nothing in it is ever run or rewritten (D17). */

/** Positions in the list of formats (xlsx-file.ts). Both say "text": a cell stays one when a person edits it. */
const TEXT = 1;
const BOLD_TEXT = 2;

/** What a spreadsheet takes in one cell; a longer one makes it call the file damaged. */
const MOST_SIGNS = 32_767;
const WIDTHS = { least: 8, most: 60 };

/** The name of a column: A, B … Z, AA. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26));

const NEEDS_CARE = /[&<>_\r\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
/** What XML 1.0 has no way to say. */
const UNSAYABLE = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(UNSAYABLE, '')
      // "_x0041_" would be read as "A" (18.3.1.53 and ST_Xstring); its first sign written so is not.
      .replaceAll(/_(?=x[\dA-F]{4}_)/gi, '_x005F_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}

const shortened = (text: string): string => (text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS - 1)}…` : text);

const cellOf = (value: Cell, place: string, format: number): string => {
  if (value === null || value === '') return '';
  const text = escaped(shortened(String(value)));
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
};

function rowOf(line: number, cells: readonly Cell[], format: number): string {
  let text = `<row r="${line}">`;
  for (const [index, value] of cells.entries())
    text += cellOf(value, `${LETTERS[index] ?? letters(index)}${line}`, format);
  return `${text}</row>`;
}
const LETTERS = Array.from({ length: 26 }, (_, index) => letters(index));

/** The lines in portions: the first is looked at before it is written, and the rest may go on in a further worksheet. */
export class Portions {
  private constructor(
    private readonly source: AsyncIterator<readonly Cell[]>,
    public current: (readonly Cell[])[],
  ) {}

  static async of(records: AsyncIterable<readonly Cell[]>): Promise<Portions> {
    const portions = new Portions(records[Symbol.asyncIterator](), []);
    await portions.turn();
    return portions;
  }

  async turn(): Promise<void> {
    this.current = [];
    while (this.current.length < AT_ONCE) {
      const { done, value } = await this.source.next();
      if (done) return;
      this.current.push(value);
    }
  }

  /** Lets go of the source, read to its end or not. */
  async close(): Promise<void> {
    await this.source.return?.();
  }
}
const AT_ONCE = 100;

const wide = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

/** As wide as what stands in it at the beginning. */
function columnsOf(header: readonly string[], lines: readonly (readonly Cell[])[]): string {
  const columns = header.map((name, index) => {
    const widest = Math.max(...[name, ...lines.map((cells) => String(cells[index] ?? ''))].map(wide));
    const width = Math.min(Math.max(widest + 2, WIDTHS.least), WIDTHS.most);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
}

/** The header stays in sight. */
const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** The end; a number that is kept as text is no mistake here, and is not marked as one. */
const footOf = (header: readonly string[], line: number): string =>
  `</sheetData><ignoredErrors><ignoredError sqref="A1:${letters(Math.max(header.length - 1, 0))}${line}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;

export interface WorksheetLimits {
  /** Lines with the header. */
  lines: number;
  /** Signs of XML; an entry of a ZIP archive ends at 4 GiB. */
  signs: number;
}

/** As many of the lines as fit into one worksheet; what is left stays in `portions`. */
export async function* worksheet(
  header: readonly string[],
  portions: Portions,
  most: WorksheetLimits,
): AsyncGenerator<string> {
  yield `${HEAD}${columnsOf(header, portions.current)}<sheetData>${rowOf(1, header, BOLD_TEXT)}`;
  let [line, signs] = [1, 0];
  while (portions.current.length > 0 && line + portions.current.length <= most.lines && signs < most.signs) {
    let text = '';
    for (const cells of portions.current) text += rowOf((line += 1), cells, TEXT);
    signs += text.length;
    yield text;
    await portions.turn();
  }
  yield footOf(header, line);
}
