import { z } from 'zod';
import { isoDate } from '../../http/schemas.js';

/** The first line that is not as it was. `removed` is only known by its place, `inserted` has none. */
const BrokenLine = z
  .object({
    kind: z.enum(['changed', 'removed', 'inserted', 'seals_changed']),
    position: z.int().nullable(),
    eventId: z.uuid().nullable(),
    at: z.iso.datetime().nullable(),
    action: z.string().nullable(),
  })
  .meta({ id: 'BrokenAuditLine' });
export type BrokenLine = z.infer<typeof BrokenLine>;

export const AuditChainState = z
  .object({
    /** Null: never. */
    checkedAt: isoDate.nullable(),
    /** Unbroken lines from the start, in that check. */
    lines: z.int().nullable(),
    broken: BrokenLine.nullable(),
    /** The last sealed line now. Written down elsewhere, it proves later that nothing before it was taken away. */
    head: z.object({ position: z.int(), hash: z.string() }),
  })
  .meta({ id: 'AuditChainState' });
export type AuditChainState = z.input<typeof AuditChainState>;
