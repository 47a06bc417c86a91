import type { Box } from '../box.js';
import { num, PdfFile } from './pdf-file.js';
import { PdfFont } from './pdf-font.js';
import { drawModules, QR_LINE, writeQrFont } from './qr-font.js';
import type { Picture } from './picture.js';
import type { FontName } from './true-type.js';

const RESOURCE = { regular: 'R', bold: 'S' } as const;

export interface TextAt {
  text: string;
  font: FontName;
  /** Millimetres. */
  size: number;
  x: number;
  /** Of the line the letters stand on. */
  baseline: number;
  colour?: string;
}

/** Fonts, codes and the logo of one file; everything drawn is in millimetres right of and below the origin, at first the top left corner of a page. */
export class PrintDocument {
  readonly file: PdfFile;
  readonly fonts: Record<FontName, PdfFont> = { regular: new PdfFont('regular'), bold: new PdfFont('bold') };
  readonly logo: Picture | undefined;
  readonly #qrFont: number;
  readonly #logoId: number | undefined;

  constructor(about: { title: string; language: string }, logo?: Picture) {
    this.file = new PdfFile(about);
    this.logo = logo;
    this.#qrFont = this.file.reserve();
    if (!logo) return;
    this.#logoId = this.file.stream(
      logo.pixels,
      `/Type/XObject/Subtype/Image/Width ${logo.width}/Height ${logo.height}/ColorSpace/DeviceRGB/BitsPerComponent 8`,
    );
  }

  /** The same drawing with its origin elsewhere. What repeats on a page packs to almost nothing, because only this differs. */
  at(x: number, y: number, drawing: string): string {
    return `q 1 0 0 1 ${num(x, 3)} ${num(-y, 3)} cm\n${drawing}Q\n`;
  }

  text(line: TextAt): string {
    const shown = `/${RESOURCE[line.font]} ${num(line.size)} Tf 1 0 0 1 ${num(line.x)} ${num(-line.baseline)} Tm ${this.fonts[line.font].encode(line.text)}Tj`;
    return line.colour ? `${line.colour} rg BT${shown} ET 0 g\n` : `BT${shown} ET\n`;
  }

  /** Modules from the corner (x, y), which is inside the quiet zone. */
  qr(modules: boolean[][], at: { x: number; y: number; moduleSize: number }): string {
    const scale = num(at.moduleSize, 4);
    return `BT/Q 1 Tf ${scale} 0 0 ${scale} ${num(at.x, 3)} ${num(QR_LINE * at.moduleSize - at.y, 3)} Tm ${drawModules(modules)}ET\n`;
  }

  drawLogo(box: Box): string {
    return `q ${num(box.width)} 0 0 ${num(box.height)} ${num(box.x)} ${num(-box.y - box.height)} cm/L Do Q\n`;
  }

  finish(): void {
    writeQrFont(this.file, this.#qrFont);
    const ids = { regular: this.file.reserve(), bold: this.file.reserve() };
    this.fonts.regular.writeTo(this.file, ids.regular);
    this.fonts.bold.writeTo(this.file, ids.bold);
    this.file.finish({
      fonts: { R: ids.regular, S: ids.bold, Q: this.#qrFont },
      pictures: this.#logoId === undefined ? {} : { L: this.#logoId },
    });
  }
}
