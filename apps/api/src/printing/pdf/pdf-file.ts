import { deflateSync } from 'node:zlib';

const PAGES_IN_A_GROUP = 64;

/** A number as PDF likes it: no exponent, no needless digits. */
export function num(value: number, digits = 2): string {
  const scale = 10 ** digits;
  return String(Math.round(value * scale) / scale);
}

/** Text outside pages (title, language of nothing visible) as UTF-16. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** What every page may use. */
export interface SharedResources {
  fonts: Record<string, number>;
  pictures: Record<string, number>;
}

export interface PageSize {
  /** Millimetres. */
  width: number;
  height: number;
}

/**
 * Writes a PDF front to back: what was taken away is never touched again, so memory holds one page and an offset for
 * each object. Drawing is in millimetres, and the top left corner of a page is (0, 0); below it, y is negative.
 */
export class PdfFile {
  #pending: Buffer[] = [];
  #waiting = 0;
  #offset = 0;
  readonly #offsets: number[] = [0];
  readonly #groups: { id: number; pages: number[] }[] = [];
  readonly #root = this.reserve();
  #pages = 0;

  constructor(readonly about: { title: string; language: string }) {
    // 1.6 is what can say "print at actual size"; the four high bytes tell transports that this is no text.
    this.#write(Buffer.from('%PDF-1.6\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'));
  }

  get pages(): number {
    return this.#pages;
  }

  /** A number for an object that is written later. */
  reserve(): number {
    return this.#offsets.push(0) - 1;
  }

  object(body: string, id = this.reserve()): number {
    this.#begin(id);
    this.#write(Buffer.from(`${body}\nendobj\n`, 'latin1'));
    return id;
  }

  stream(bytes: Buffer, entries = '', id = this.reserve()): number {
    const packed = deflateSync(bytes, { level: 9 });
    this.#begin(id);
    this.#write(Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode${entries}>>stream\n`, 'latin1'));
    this.#write(packed);
    this.#write(Buffer.from('\nendstream\nendobj\n', 'latin1'));
    return id;
  }

  /** One page from PDF operators in millimetres. */
  page(size: PageSize, operators: string): void {
    const group = this.#group();
    const points = 72 / 25.4;
    const contents = this.stream(
      Buffer.from(
        `${num(points, 6)} 0 0 ${num(points, 6)} 0 ${num(size.height * points, 3)} cm\n${operators}`,
        'latin1',
      ),
    );
    const box = `0 0 ${num(size.width * points, 3)} ${num(size.height * points, 3)}`;
    group.pages.push(this.object(`<</Type/Page/Parent ${group.id} 0 R/MediaBox[${box}]/Contents ${contents} 0 R>>`));
    this.#pages += 1;
  }

  /** Bytes written since they were last taken, once they are worth sending. */
  takeWhenOver(size: number): Buffer | undefined {
    return this.#waiting > size ? this.take() : undefined;
  }

  take(): Buffer {
    const taken = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#waiting = 0;
    return taken;
  }

  finish(resources: SharedResources): void {
    for (const { id, pages } of this.#groups) {
      const kids = pages.map((page) => `${page} 0 R`).join(' ');
      this.object(`<</Type/Pages/Parent ${this.#root} 0 R/Count ${pages.length}/Kids[${kids}]>>`, id);
    }
    const named = (entries: Record<string, number>): string =>
      Object.entries(entries)
        .map(([name, id]) => `/${name} ${id} 0 R`)
        .join('');
    const kids = this.#groups.map(({ id }) => `${id} 0 R`).join(' ');
    this.object(
      `<</Type/Pages/Count ${this.#pages}/Kids[${kids}]` +
        `/Resources<</Font<<${named(resources.fonts)}>>/XObject<<${named(resources.pictures)}>>>>>>`,
      this.#root,
    );
    const catalog = this.object(
      `<</Type/Catalog/Pages ${this.#root} 0 R/Lang${textString(this.about.language)}` +
        '/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>',
    );
    const info = this.object(`<</Title${textString(this.about.title)}/Producer(Latchkey)>>`);
    this.#writeEnd(catalog, info);
  }

  #group(): { id: number; pages: number[] } {
    const last = this.#groups.at(-1);
    if (last && last.pages.length < PAGES_IN_A_GROUP) return last;
    const next = { id: this.reserve(), pages: [] };
    this.#groups.push(next);
    return next;
  }

  #begin(id: number): void {
    this.#offsets[id] = this.#offset;
    this.#write(Buffer.from(`${id} 0 obj\n`, 'latin1'));
  }

  #write(bytes: Buffer): void {
    this.#pending.push(bytes);
    this.#offset += bytes.length;
    this.#waiting += bytes.length;
  }

  #writeEnd(catalog: number, info: number): void {
    const start = this.#offset;
    const lines = this.#offsets.map((offset, id) =>
      id === 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
    );
    this.#write(
      Buffer.from(
        `xref\n0 ${lines.length}\n${lines.join('')}trailer\n` +
          `<</Size ${lines.length}/Root ${catalog} 0 R/Info ${info} 0 R>>\nstartxref\n${start}\n%%EOF\n`,
        'latin1',
      ),
    );
  }
}
