/** The part of a font that measuring needs. */
export interface Measure {
  widthOf: (text: string) => number;
}

export interface Room {
  width: number;
  /** Wanted and smallest size, in millimetres. */
  size: number;
  least: number;
  lines: number;
}

export interface FittedText {
  lines: string[];
  size: number;
}

const STEP = 0.95;

/** One line of clean text: composed characters, no control characters, single blanks. */
export function clean(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/\p{Cf}+/gu, '')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * The first of the wordings that fits, as large as it can be; if none does, the last one, as small as allowed, with an
 * ellipsis.
 */
export function fitText(measure: Measure, wordings: readonly string[], room: Room): FittedText {
  for (const wording of wordings) {
    const fitted = shrink(measure, wording, room);
    if (fitted) return fitted;
  }
  return cut(measure, wordings.at(-1) ?? '', room);
}

function shrink(measure: Measure, text: string, room: Room): FittedText | undefined {
  const width = measure.widthOf(text);
  const single = Math.min(room.size, room.width / Math.max(width, 1e-9));
  if (room.lines === 1) return single >= room.least ? { lines: [text], size: single } : undefined;
  // One line a little smaller looks better than two.
  if (single >= Math.max(room.size * 0.8, room.least)) return { lines: [text], size: single };
  for (let size = room.size; size >= room.least; size *= STEP) {
    const lines = wrap(measure, text, room.width / size);
    if (lines && lines.length <= room.lines) return { lines, size };
  }
  return undefined;
}

/** Lines no wider than `width` (at size 1), broken at blanks and after hyphens and slashes; undefined when a word is too long. */
function wrap(measure: Measure, text: string, width: number): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=[\s\-/])/)) {
    if (measure.widthOf(piece.trimEnd()) > width) return undefined;
    if (line !== '' && measure.widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

function cut(measure: Measure, text: string, room: Room): FittedText {
  const width = room.width / room.least;
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < room.lines) {
    const isLast = lines.length === room.lines - 1;
    const taken = headOf(measure, rest, { width, isLast });
    lines.push(taken.line);
    rest = taken.rest;
  }
  return { lines, size: room.least };
}

function headOf(
  measure: Measure,
  text: string,
  room: { width: number; isLast: boolean },
): { line: string; rest: string } {
  if (measure.widthOf(text) <= room.width) return { line: text, rest: '' };
  const tail = room.isLast ? '…' : '';
  const characters = Array.from(text);
  let count = 0;
  let width = measure.widthOf(tail);
  while (count < characters.length) {
    width += measure.widthOf(characters[count] ?? '');
    if (width > room.width) break;
    count += 1;
  }
  if (!room.isLast) {
    const blank = characters.slice(0, count).lastIndexOf(' ');
    if (blank > count / 2) count = blank;
  }
  count = Math.max(count, 1);
  return {
    line: characters.slice(0, count).join('').trimEnd() + tail,
    rest: characters.slice(count).join('').trimStart(),
  };
}
