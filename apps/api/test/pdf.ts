import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** PDFium and ZXing know nothing of how the file was made: what they see is what a printer and a phone see. */
let library: Promise<PDFiumLibrary> | undefined;
let decoder: Promise<unknown> | undefined;

function pdfium(): Promise<PDFiumLibrary> {
  library ??= PDFiumLibrary.init();
  return library;
}

function zxing(): Promise<unknown> {
  decoder ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then((wasm) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true }),
  );
  return decoder;
}

export interface Rendered {
  width: number;
  height: number;
  /** RGBA. */
  data: Uint8ClampedArray<ArrayBuffer>;
  colorSpace: 'srgb';
}

export interface ReadPdf {
  bytes: Buffer;
  pages: number;
  text: (page: number) => string;
  /** Points. */
  size: (page: number) => { width: number; height: number };
  render: (page: number, dotsPerInch: number) => Promise<Rendered>;
}

/** Opens the finished stream, hands it over and closes it. */
export async function withPdf<T>(stream: Readable, look: (pdf: ReadPdf) => Promise<T> | T): Promise<T> {
  const bytes = await buffer(stream);
  const document = await (await pdfium()).loadDocument(bytes);
  try {
    return await look({
      bytes,
      pages: document.getPageCount(),
      text: (page) => document.getPage(page).getText(),
      size: (page) => {
        const { originalWidth, originalHeight } = document.getPage(page).getOriginalSize();
        return { width: originalWidth, height: originalHeight };
      },
      render: async (page, dotsPerInch) => {
        const { width, height, data } = await document
          .getPage(page)
          .render({ scale: dotsPerInch / 72, render: 'bitmap' });
        return { width, height, data: new Uint8ClampedArray(data), colorSpace: 'srgb' };
      },
    });
  } finally {
    document.destroy();
  }
}

export interface FoundCode {
  text: string;
  /** Of its middle, in parts of the picture's width and height. */
  x: number;
  y: number;
}

/** Every QR code in the picture. */
export async function decodeAll(picture: Rendered): Promise<FoundCode[]> {
  await zxing();
  const found = await readBarcodes(picture, {
    formats: ['QRCode'],
    maxNumberOfSymbols: 255,
    tryHarder: true,
    tryInvert: false,
    tryRotate: false,
  });
  return found.map(({ text, position: { topLeft, bottomRight } }) => ({
    text,
    x: (topLeft.x + bottomRight.x) / 2 / picture.width,
    y: (topLeft.y + bottomRight.y) / 2 / picture.height,
  }));
}
