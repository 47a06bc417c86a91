import { z } from 'zod';

/** Trimmed text of 1 to `max` characters. NUL and lone surrogates were refused before (zod.pipe.ts). */
export const text = (max: number) => z.string().trim().min(1).max(max);

/** Text that may be cleared: absent leaves it alone, null (or an empty string) clears it. */
export const clearable = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((value) => (value === '' ? null : value))
    .optional();

/** Date in, ISO 8601 text out. */
export const isoDate = z
  .date()
  .transform((date) => date.toISOString())
  .pipe(z.iso.datetime())
  .meta({ description: 'ISO 8601, UTC' });

/** A yes/no in a query string. */
export const queryFlag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A query parameter that may be given once or several times. */
export const several = <T extends z.ZodType>(item: T) => z.union([z.array(item).min(1).max(8), item]);

export const IdParams = z.strictObject({ id: z.uuid() });
export type IdParams = z.infer<typeof IdParams>;

export const LANGUAGES = ['en', 'de', 'sv'] as const;
/** A BCP 47 tag of up to three parts; messages fall back to the company's language where there is no catalogue. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/)
  .max(20);

export const SearchText = z.string().trim().max(200);

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(500).optional(),
};

export const PageQuery = z.strictObject(pageQuery);
export type PageQuery = z.infer<typeof PageQuery>;

/** A page of a keyset-paged list. `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id });

/** The answer of a command that has nothing else to say. */
export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' });
export type Done = z.infer<typeof Done>;
export const DONE: Done = { done: true };

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    instance: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .loose()
  .meta({ id: 'Problem', description: 'RFC 9457. `instance` is the request id.' });
