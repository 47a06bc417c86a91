import { z } from 'zod';
import { isoDate, pageOf, pageQuery, text } from '../../http/schemas.js';
import { IMPORT_FIELDS, IMPORT_KINDS } from './import-fields.js';

export const IMPORT_STATES = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'done',
  'undoing',
  'undone',
  'failed',
] as const;
export const VERDICTS = ['create', 'update', 'unchanged', 'skip'] as const;

const Mapping = z.record(z.string().regex(/^\d{1,3}$/), z.enum(IMPORT_FIELDS));

export const ImportDto = z
  .object({
    id: z.uuid(),
    kind: z.enum(IMPORT_KINDS),
    fileName: z.string(),
    size: z.int(),
    state: z.enum(IMPORT_STATES),
    encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']),
    delimiter: z.enum([',', ';', '\t', '|']),
    header: z.array(z.string()),
    /** Up to five lines below the header. */
    sample: z.array(z.array(z.string())),
    /** Columns whose name says that they hold secrets: never imported. */
    secretColumns: z.array(z.int()),
    /** Column index to field. */
    mapping: z.record(z.string(), z.enum(IMPORT_FIELDS)),
    /** What a column can be, and whom it is about. */
    fields: z.array(
      z.object({ name: z.enum(IMPORT_FIELDS), of: z.enum(['customer', 'contact', 'deployment', 'device']) }),
    ),
    /** Lines by verdict. */
    counts: z.object({ create: z.int(), update: z.int(), unchanged: z.int(), skip: z.int() }),
    /** Rows that a run would create or change, or has; one line can stand for two. */
    writes: z.object({ customers: z.int(), contacts: z.int(), deployments: z.int(), devices: z.int() }),
    rowsDone: z.int(),
    error: z.string().nullable(),
    createdByName: z.string().nullable(),
    createdAt: isoDate,
    finishedAt: isoDate.nullable(),
    /** Undo is possible for 24 hours after the run. */
    undoUntil: isoDate.nullable(),
  })
  .meta({ id: 'Import' });
export type ImportDto = z.input<typeof ImportDto>;

export const ImportPage = pageOf(ImportDto, 'ImportPage');

export const UploadImport = z.strictObject({
  fileName: text(200),
  /** people: customers and contacts; devices: deployments and devices of customers that exist. */
  kind: z.enum(IMPORT_KINDS).default('people'),
});
export type UploadImport = z.infer<typeof UploadImport>;

export const MapImport = z
  .strictObject({
    mapping: Mapping.refine((mapping) => new Set(Object.values(mapping)).size === Object.keys(mapping).length, {
      message: 'A field can be taken from one column only',
    }).refine((mapping) => Object.keys(mapping).length > 0, { message: 'Map at least one column' }),
  })
  .meta({ id: 'MapImport' });
export type MapImport = z.infer<typeof MapImport>;

export const ImportRowDto = z
  .object({
    line: z.int(),
    title: z.string(),
    verdict: z.enum(VERDICTS),
    reasons: z.array(z.object({ code: z.string(), field: z.string().optional(), value: z.string().optional() })),
    customerId: z.uuid().nullable(),
    contactId: z.uuid().nullable(),
    deploymentId: z.uuid().nullable(),
    deviceId: z.uuid().nullable(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRowDto = z.input<typeof ImportRowDto>;

export const ImportRowPage = pageOf(ImportRowDto, 'ImportRowPage');

export const ImportRowQuery = z.strictObject({ ...pageQuery, verdict: z.enum(VERDICTS).optional() });
export type ImportRowQuery = z.infer<typeof ImportRowQuery>;
