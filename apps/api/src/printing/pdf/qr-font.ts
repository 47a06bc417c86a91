import type { PdfFile } from './pdf-file.js';

/**
 * Codes are drawn with a font of 256 tiny pictures, each a column of eight modules: pure vectors, and a code of 41 × 41
 * modules takes about 230 bytes of the file, a third of what the shortest path of rectangles takes.
 */
const ROWS = 8;
export const QR_LINE = ROWS;

/** Neighbours overlap by this part of a module, or screens would show hairlines between them. */
const OVERLAP = 0.08;

const AWKWARD = /[\n\r()\\]/g;
const escaped = (character: string): string => ({ '\n': '\\n', '\r': '\\r' })[character] ?? `\\${character}`;

/** A byte for each column of eight rows from `top` on. Ten thousand labels pass here: no array is made for a row. */
function columnsOf(modules: boolean[][], top: number): Buffer {
  const columns = Buffer.alloc(modules.length);
  for (let row = 0; row < ROWS; row += 1) {
    const dark = modules[top + row] ?? [];
    for (let column = 0; column < dark.length; column += 1)
      if (dark[column]) columns[column] = (columns[column] ?? 0) | (1 << row);
  }
  return columns;
}

/** Text operators that draw the modules downwards; the text matrix is one module large and stands a line above the top left corner. */
export function drawModules(modules: boolean[][]): string {
  let drawn = `${QR_LINE} TL `;
  for (let top = 0; top < modules.length; top += ROWS) {
    drawn += `(${columnsOf(modules, top).toString('latin1').replace(AWKWARD, escaped)})' `;
  }
  return drawn;
}

/** The picture of one column: a rectangle for each run of dark modules. Colour is set (d0), so that no viewer caches it as a blurred bitmap. */
function column(bits: number): string {
  let drawn = '1 0 d0 0 g';
  for (let row = 0; row < ROWS; row += 1) {
    if (!(bits & (1 << row))) continue;
    const start = row;
    while (bits & (1 << (row + 1)) && row + 1 < ROWS) row += 1;
    drawn += ` 0 ${-(row + 1) - OVERLAP} ${1 + OVERLAP} ${row + 1 - start + OVERLAP} re`;
  }
  return `${drawn} f`;
}

export function writeQrFont(file: PdfFile, id: number): void {
  const names: string[] = [];
  const pictures: string[] = [];
  for (let bits = 0; bits < 256; bits += 1) {
    names.push(`/q${bits}`);
    pictures.push(`/q${bits} ${file.stream(Buffer.from(column(bits), 'latin1'))} 0 R`);
  }
  // Without a meaning of their own the columns would be found as random letters by search and screen readers.
  const unicode = file.stream(
    Buffer.from(
      '/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/Modules def/CMapType 2 def\n' +
        '1 begincodespacerange <00><ff> endcodespacerange\n256 beginbfchar\n' +
        Array.from({ length: 256 }, (_, code) => `<${code.toString(16).padStart(2, '0')}><0020>`).join('\n') +
        '\nendbfchar endcmap CMapName currentdict/CMap defineresource pop end end',
      'latin1',
    ),
  );
  file.object(
    `<</Type/Font/Subtype/Type3/FontBBox[0 ${-ROWS - 1} 2 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 0/LastChar 255` +
      `/Widths[${'1 '.repeat(256)}]/Encoding<</Type/Encoding/Differences[0 ${names.join('')}]>>` +
      `/CharProcs<<${pictures.join('')}>>/Resources<<>>/ToUnicode ${unicode} 0 R>>`,
    id,
  );
}
