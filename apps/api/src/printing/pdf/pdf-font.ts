import { subsetFont } from './font-subset.js';
import type { PdfFile } from './pdf-file.js';
import { type FontName, loadFont, type TrueType } from './true-type.js';

/** Bytes that would need a backslash inside a PDF string; no character gets a code with one of them. */
const AWKWARD = new Set([0x0a, 0x0d, 0x28, 0x29, 0x5c]);
const LAST_CODE = 0xfe_ff;
/** White square: stands for what the font lacks. */
const MISSING = 0x25_a1;

/**
 * One font in one file. Characters get codes as they are first used; the font is written last, with these glyphs only.
 * A character that the font lacks shows as a square and is still found by search and copy.
 */
export class PdfFont {
  readonly #font: TrueType;
  readonly #codes = new Map<number, string>();
  readonly #glyphs: number[] = [0];
  readonly #characters: (number | undefined)[] = [undefined];
  readonly #missing: number;
  readonly #advances = new Map<number, number>();

  constructor(readonly name: FontName) {
    this.#font = loadFont(name);
    this.#missing = this.#font.glyphOf(MISSING);
  }

  /** Width of one line at size 1. */
  widthOf(text: string): number {
    let width = 0;
    for (const character of text) width += this.#advance(character.codePointAt(0) ?? 0);
    return width / this.#font.unitsPerEm;
  }

  /** Height of a capital letter at size 1. */
  get capHeight(): number {
    return this.#font.capHeight / this.#font.unitsPerEm;
  }

  /** The text as a PDF string of two bytes a character. */
  encode(text: string): string {
    let encoded = '';
    for (const character of text) encoded += this.#code(character.codePointAt(0) ?? 0);
    return `(${encoded})`;
  }

  #advance(codePoint: number): number {
    let advance = this.#advances.get(codePoint);
    if (advance === undefined) {
      advance = this.#font.advanceOf(this.#glyph(codePoint));
      this.#advances.set(codePoint, advance);
    }
    return advance;
  }

  #glyph(codePoint: number): number {
    return this.#font.glyphOf(codePoint) || this.#missing;
  }

  #code(codePoint: number): string {
    const known = this.#codes.get(codePoint);
    if (known !== undefined) return known;
    while (this.#glyphs.length < LAST_CODE && isAwkward(this.#glyphs.length)) {
      this.#glyphs.push(0);
      this.#characters.push(undefined);
    }
    const code = this.#glyphs.length < LAST_CODE ? this.#glyphs.length : 0;
    if (code > 0) {
      this.#glyphs.push(this.#glyph(codePoint));
      this.#characters.push(codePoint);
    }
    const bytes = String.fromCharCode(code >> 8, code & 0xff);
    this.#codes.set(codePoint, bytes);
    return bytes;
  }

  writeTo(file: PdfFile, id: number): void {
    const font = this.#font;
    const perMille = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
    const base = `LATCHK+Inter-${this.name === 'bold' ? 'SemiBold' : 'Regular'}`;
    const fontFile = file.stream(subsetFont(font, this.#glyphs));
    const unicode = file.stream(Buffer.from(toUnicode(this.#characters), 'latin1'));
    const descriptor = file.object(
      `<</Type/FontDescriptor/FontName/${base}/Flags 4/FontBBox[${font.box.map(perMille).join(' ')}]/ItalicAngle 0` +
        `/Ascent ${perMille(font.ascent)}/Descent ${perMille(font.descent)}/CapHeight ${perMille(font.capHeight)}` +
        `/StemV ${this.name === 'bold' ? 120 : 80}/FontFile2 ${fontFile} 0 R>>`,
    );
    const widths = this.#glyphs.map((glyph) => perMille(font.advanceOf(glyph))).join(' ');
    const descendant = file.object(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/W[0[${widths}]]>>`,
    );
    file.object(
      `<</Type/Font/Subtype/Type0/BaseFont/${base}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
      id,
    );
  }
}

function isAwkward(code: number): boolean {
  return AWKWARD.has(code >> 8) || AWKWARD.has(code & 0xff);
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');

function toUnicode(characters: readonly (number | undefined)[]): string {
  const lines = characters.flatMap((character, code) => {
    if (character === undefined) return [];
    const units = [...Buffer.from(String.fromCodePoint(character), 'utf16le').swap16()];
    return [`<${hex(code)}><${units.map((unit) => unit.toString(16).padStart(2, '0')).join('')}>`];
  });
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    '1 begincodespacerange <0000><ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}
