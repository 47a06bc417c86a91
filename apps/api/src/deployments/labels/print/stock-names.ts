import type { PrintLanguage } from './label-texts.js';
import { labelsPerPage, type LabelStock } from './stocks.js';

interface StockTexts {
  inch: string;
  labels: string;
  squareLabels: string;
  roundLabels: string;
  /** Of continuous tape. */
  tape: (width: string, cut: string) => string;
  single: (size: string) => string;
}

const STOCK_TEXTS: Record<PrintLanguage, StockTexts> = {
  en: {
    inch: 'in',
    labels: 'labels',
    squareLabels: 'square labels',
    roundLabels: 'round labels',
    tape: (width, cut) => `Tape ${width} mm, cut every ${cut} mm`,
    single: (size) => `Thermal label ${size}`,
  },
  de: {
    inch: 'Zoll',
    labels: 'Etiketten',
    squareLabels: 'quadratische Etiketten',
    roundLabels: 'runde Etiketten',
    tape: (width, cut) => `Endlosrolle ${width} mm, Schnitt alle ${cut} mm`,
    single: (size) => `Thermoetikett ${size}`,
  },
  sv: {
    inch: 'tum',
    labels: 'etiketter',
    squareLabels: 'kvadratiska etiketter',
    roundLabels: 'runda etiketter',
    tape: (width, cut) => `Löpande rulle ${width} mm, klipps var ${cut}:e mm`,
    single: (size) => `Termoetikett ${size}`,
  },
};

/** What the stock is called on screen and on its test page. */
export function stockName(stock: LabelStock, language: PrintLanguage): string {
  const products = stock.products ? ` (${stock.products})` : '';
  return `${withoutProducts(stock, language)}${products}`;
}

function withoutProducts(stock: LabelStock, language: PrintLanguage): string {
  const texts = STOCK_TEXTS[language];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const width = number.format(stock.label.width);
  const height = number.format(stock.label.height);
  const millimetres = stock.shape === 'round' ? `Ø ${width} mm` : `${width} × ${height} mm`;
  if (stock.id === 'own') return millimetres;
  if (stock.kind === 'tape') return texts.tape(width, height);
  if (stock.kind === 'single') return texts.single(millimetres);
  const paper = stock.page.width === 210 ? 'A4' : 'US Letter';
  const size = stock.inches ? `${stock.inches} ${texts.inch}` : millimetres;
  return `${paper} · ${size} · ${labelsPerPage(stock)} ${shapeOf(stock, texts)}`;
}

function shapeOf({ shape, label }: LabelStock, texts: StockTexts): string {
  if (shape === 'round') return texts.roundLabels;
  return label.width === label.height ? texts.squareLabels : texts.labels;
}
