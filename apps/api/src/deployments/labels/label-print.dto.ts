import { z } from 'zod';
import { LANGUAGES, text } from '../../http/schemas.js';
import { MOST_LABELS } from './label.dto.js';

const KINDS = ['sheet', 'tape', 'single'] as const;
const SHAPES = ['rect', 'round'] as const;
const size = z.object({ width: z.number(), height: z.number() });

/** Millimetres, from the top left corner of the page. */
export const LabelStockDto = z
  .object({
    id: z.string(),
    /** In the language asked for. */
    name: z.string(),
    /** sheet: many labels on a page. tape: continuous, cut after each. single: one label is the page. */
    kind: z.enum(KINDS),
    shape: z.enum(SHAPES),
    page: size,
    label: size,
    columns: z.int(),
    rows: z.int(),
    /** From the edges of the page to the first label. */
    margin: z.object({ left: z.number(), top: z.number() }),
    /** Between neighbours. */
    gap: z.object({ x: z.number(), y: z.number() }),
  })
  .meta({ id: 'LabelStock', description: 'All lengths in millimetres' });
export type LabelStockDto = z.input<typeof LabelStockDto>;

export const LabelStocks = z.object({ items: z.array(LabelStockDto) }).meta({ id: 'LabelStocks' });
export type LabelStocks = z.input<typeof LabelStocks>;

export const StockParams = z.strictObject({ id: z.string().max(50) });
export type StockParams = z.infer<typeof StockParams>;

const language = z.enum(LANGUAGES);

/** The staff member's language when absent. */
export const PrintLanguageQuery = z.strictObject({ language: language.optional() });
export type PrintLanguageQuery = z.infer<typeof PrintLanguageQuery>;

const length = z.number().min(0).max(1_000);
const given = z.strictObject({ width: length, height: length });

export const OwnLabelStock = z
  .strictObject({
    kind: z.enum(KINDS),
    shape: z.enum(SHAPES),
    page: given,
    label: given,
    columns: z.int().min(1).max(50),
    rows: z.int().min(1).max(50),
    margin: z.strictObject({ left: length, top: length }),
    gap: z.strictObject({ x: length, y: length }),
  })
  .meta({ id: 'OwnLabelStock', description: 'A size of your own, in millimetres' });
export type OwnLabelStock = z.infer<typeof OwnLabelStock>;

/** `language`: the staff member's when absent. */
export const PrintTestPage = z
  .strictObject({ ownStock: OwnLabelStock, language: language.optional() })
  .meta({ id: 'PrintTestPage' });
export type PrintTestPage = z.infer<typeof PrintTestPage>;

export const PrintLabels = z
  .strictObject({
    /** In the order in which they are printed; all of them in use. */
    labelIds: z.array(z.uuid()).min(1).max(MOST_LABELS).optional(),
    /** The labels in use of this deployment's active devices, by name. */
    deploymentId: z.uuid().optional(),
    /** With deploymentId: those not marked as printed yet, or all. */
    only: z.enum(['unprinted', 'all']).default('unprinted'),
    /** Of GET /label-stocks. */
    stock: text(50).optional(),
    ownStock: OwnLabelStock.optional(),
    /** The first label of the first sheet to use, counted from 1. */
    startAt: z.int().min(1).max(2_500).default(1),
    copies: z.int().min(1).max(20).default(1),
    /** The deployment's when absent. */
    language: language.optional(),
  })
  .refine(({ labelIds, deploymentId }) => (labelIds === undefined) !== (deploymentId === undefined), {
    message: 'Either labels or a deployment',
  })
  .refine(({ stock, ownStock }) => (stock === undefined) !== (ownStock === undefined), {
    message: 'Either a stock or a size of your own',
  })
  .meta({ id: 'PrintLabels' });
export type PrintLabels = z.infer<typeof PrintLabels>;

export const PrintPoster = z
  .strictObject({
    /** The deployment's when absent. */
    language: language.optional(),
    pageSize: z.enum(['A4', 'Letter']).default('A4'),
    /** Needs the permission deployment_pin:reveal and a password entered just now: whoever sees the poster can get in. */
    withPin: z.boolean().default(false),
  })
  .meta({ id: 'PrintPoster' });
export type PrintPoster = z.infer<typeof PrintPoster>;
