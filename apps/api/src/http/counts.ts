import { z } from 'zod';

/** Counting stops here: a number beyond it says nothing more, and costs. */
export const MOST = 10_000;

/** Counted up to 10,000; `more` when there are more. */
export const count = z.object({ count: z.int(), more: z.boolean() });
export type Count = z.infer<typeof count>;

export const upTo = (found: number): Count => ({ count: Math.min(found, MOST), more: found > MOST });
