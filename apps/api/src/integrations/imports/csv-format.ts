import { parse } from 'csv-parse/sync';

/** How a CSV file is written. */
export interface CsvFormat {
  encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  delimiter: ',' | ';' | '\t' | '|';
}

const DELIMITERS = [';', ',', '\t', '|'] as const;

/**
 * Finds the encoding while the file passes by: a byte order mark decides; bytes that are not UTF-8 mean Windows-1252,
 * which is what spreadsheets write. Call `see` for each piece, then `result`.
 */
export class EncodingDetector {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private isUtf8 = true;
  private start = Buffer.alloc(0);

  see(piece: Buffer): void {
    if (this.start.length < 4) this.start = Buffer.concat([this.start, piece.subarray(0, 4)]);
    if (!this.isUtf8) return;
    try {
      this.utf8.decode(piece, { stream: true });
    } catch {
      this.isUtf8 = false;
    }
  }

  result(): CsvFormat['encoding'] {
    if (this.start[0] === 0xff && this.start[1] === 0xfe) return 'utf-16le';
    try {
      if (this.isUtf8) this.utf8.decode();
    } catch {
      this.isUtf8 = false;
    }
    return this.isUtf8 ? 'utf-8' : 'windows-1252';
  }
}

/** Records of a sample cut at the last whole line; undefined when it is no CSV with this delimiter. */
function records(sample: string, delimiter: string): string[][] | undefined {
  try {
    return parse(sample, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 20,
    });
  } catch {
    return undefined;
  }
}

/** The delimiter that gives the most columns, and the same number in most lines. A file with one column has a comma. */
export function findDelimiter(sample: string): CsvFormat['delimiter'] {
  const scored = DELIMITERS.map((delimiter) => {
    const found = records(sample, delimiter) ?? [];
    const columns = found[0]?.length ?? 0;
    const even = found.filter((record) => record.length === columns).length / Math.max(1, found.length);
    return { delimiter, score: columns > 1 ? columns * even * even : 0 };
  });
  const best = scored.toSorted((one, other) => other.score - one.score)[0];
  return best && best.score > 0 ? best.delimiter : ',';
}

/** Header and first lines, for the person who maps the columns. `whole`: the sample is the whole file. */
export function readSample(sample: string, delimiter: string, whole: boolean): { header: string[]; lines: string[][] } {
  const cut = whole ? sample : sample.slice(0, Math.max(0, sample.lastIndexOf('\n')));
  const [header = [], ...lines] = records(cut, delimiter) ?? [];
  return {
    header: header.map((name) => name.trim().slice(0, 200)),
    lines: lines.slice(0, 5).map((line) => line.map((cell) => cell.slice(0, 200))),
  };
}
