import type { TrueType } from './true-type.js';

const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** Where the glyph numbers stand in an outline that is put together from others (accents, mostly). */
function componentsAt(outline: Buffer): number[] {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return [];
  const places: number[] = [];
  let at = 10;
  let flags: number;
  do {
    flags = outline.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
  } while (flags & MORE_COMPONENTS);
  return places;
}

/** Outlines in their new order; parts of composed glyphs follow at the end, and the composed glyphs point there. */
function collectOutlines(font: TrueType, glyphs: readonly number[]): { outlines: Buffer[]; all: number[] } {
  const all = [...glyphs];
  const placeOf = new Map<number, number>();
  const outlines: Buffer[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const outline = Buffer.from(font.outlineOf(all[index] ?? 0));
    for (const at of componentsAt(outline)) {
      const part = outline.readUInt16BE(at);
      const place = placeOf.get(part) ?? all.push(part) - 1;
      placeOf.set(part, place);
      outline.writeUInt16BE(place, at);
    }
    outlines.push(outline);
  }
  return { outlines, all };
}

/** A font file with exactly these glyphs, in this order: what PDF wants embedded, no more. */
export function subsetFont(font: TrueType, glyphs: readonly number[]): Buffer {
  const { outlines, all } = collectOutlines(font, glyphs);
  const loca = Buffer.alloc((all.length + 1) * 4);
  const hmtx = Buffer.alloc(all.length * 4);
  const padded: Buffer[] = [];
  let offset = 0;
  all.forEach((glyph, index) => {
    const outline = pad(outlines[index] ?? Buffer.alloc(0));
    padded.push(outline);
    offset += outline.length;
    loca.writeUInt32BE(offset, (index + 1) * 4);
    hmtx.writeUInt16BE(font.advanceOf(glyph), index * 4);
    if (outline.length > 0) hmtx.writeInt16BE(outline.readInt16BE(2), index * 4 + 2);
  });
  return assemble([
    ['glyf', Buffer.concat(padded)],
    ['head', patched(font, 'head', (head) => head.writeInt16BE(1, 50))],
    ['hhea', patched(font, 'hhea', (hhea) => hhea.writeUInt16BE(all.length, 34))],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', patched(font, 'maxp', (maxp) => maxp.writeUInt16BE(all.length, 4))],
    ...(['cvt ', 'fpgm', 'prep'] as const).flatMap((tag): [string, Buffer][] => {
      const table = font.table(tag);
      return table ? [[tag, table]] : [];
    }),
  ]);
}

function patched(font: TrueType, tag: string, patch: (table: Buffer) => void): Buffer {
  const copy = Buffer.from(font.table(tag) ?? Buffer.alloc(0));
  patch(copy);
  return copy;
}

function pad(bytes: Buffer): Buffer {
  const rest = bytes.length % 4;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - rest)]);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) % 0x1_00_00_00_00;
  return sum;
}

function assemble(unordered: [string, Buffer][]): Buffer {
  const tables = unordered.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const power = Math.floor(Math.log2(tables.length));
  const header = Buffer.alloc(12 + tables.length * 16);
  header.writeUInt32BE(0x00_01_00_00, 0);
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(tables.length * 16 - 2 ** power * 16, 10);
  let offset = header.length;
  const bodies = tables.map(([tag, table], index) => {
    const body = pad(table);
    header.write(tag, 12 + index * 16, 'latin1');
    header.writeUInt32BE(checksum(body), 12 + index * 16 + 4);
    header.writeUInt32BE(offset, 12 + index * 16 + 8);
    header.writeUInt32BE(table.length, 12 + index * 16 + 12);
    offset += body.length;
    return body;
  });
  return Buffer.concat([header, ...bodies]);
}
