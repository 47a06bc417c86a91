import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What a font file says, read from its tables; glyphs are numbered as in the file. */
export interface TrueType {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  box: readonly [number, number, number, number];
  /** 0 when the font has no glyph for it. */
  glyphOf: (codePoint: number) => number;
  advanceOf: (glyph: number) => number;
  outlineOf: (glyph: number) => Buffer;
  table: (tag: string) => Buffer | undefined;
}

const files = createRequire(import.meta.url);

/** Inter has Latin, Greek and Cyrillic; SIL Open Font License 1.1. */
const FONT_FILES = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  bold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
} as const;
export type FontName = keyof typeof FONT_FILES;

const loaded = new Map<FontName, TrueType>();

/** Read once a process. */
export function loadFont(name: FontName): TrueType {
  const known = loaded.get(name);
  if (known) return known;
  const font = parse(readFileSync(files.resolve(FONT_FILES[name])));
  loaded.set(name, font);
  return font;
}

function tablesOf(file: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + file.readUInt16BE(4) * 16; at += 16) {
    const start = file.readUInt32BE(at + 8);
    tables.set(file.toString('latin1', at, at + 4), file.subarray(start, start + file.readUInt32BE(at + 12)));
  }
  return tables;
}

function parse(file: Buffer): TrueType {
  const tables = tablesOf(file);
  const need = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`The font has no table ${tag}`);
    return found;
  };
  const [head, hhea, hmtx, loca, glyf] = [need('head'), need('hhea'), need('hmtx'), need('loca'), need('glyf')];
  const measured = hhea.readUInt16BE(34);
  const isLong = head.readInt16BE(50) === 1;
  const offset = (glyph: number): number => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  const characters = readCharacters(need('cmap'));
  return {
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    capHeight: need('OS/2').readInt16BE(88),
    box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    glyphOf: (codePoint) => characters.get(codePoint) ?? 0,
    advanceOf: (glyph) => hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4),
    outlineOf: (glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)),
    table: (tag) => tables.get(tag),
  };
}

/** The Unicode table of format 12, or else 4. */
function readCharacters(cmap: Buffer): Map<number, number> {
  let format4: Buffer | undefined;
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 12) return readFormat12(table);
    if (format === 4) format4 = table;
  }
  if (!format4) throw new Error('The font has no table of Unicode characters');
  return readFormat4(format4);
}

function readFormat12(table: Buffer): Map<number, number> {
  const characters = new Map<number, number>();
  for (let at = 16; at < 16 + table.readUInt32BE(12) * 12; at += 12) {
    const first = table.readUInt32BE(at);
    const glyph = table.readUInt32BE(at + 8);
    for (let code = first; code <= table.readUInt32BE(at + 4); code += 1) characters.set(code, glyph + code - first);
  }
  return characters;
}

function readFormat4(table: Buffer): Map<number, number> {
  const characters = new Map<number, number>();
  const size = table.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + size + at);
    const delta = table.readUInt16BE(16 + 2 * size + at);
    const rangeAt = 16 + 3 * size + at;
    const range = table.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xff_ff; code += 1) {
      const raw = range === 0 ? code : table.readUInt16BE(rangeAt + range + (code - first) * 2);
      if (range === 0 || raw !== 0) characters.set(code, (raw + delta) % 0x1_00_00);
    }
  }
  return characters;
}
