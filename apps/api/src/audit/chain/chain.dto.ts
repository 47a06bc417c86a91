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
    /** Null: the product itself, which looks once a day. */
    checkedByName: z.string().nullable(),
    /** Unbroken lines from the start, in that check. */
    lines: z.int().nullable(),
    broken: BrokenLine.nullable(),
    /** The last sealed line now. Written down elsewhere, it proves later that nothing before it was taken away. */
    head: z.object({ position: z.int(), hash: z.string() }),
  })
  .meta({ id: 'AuditChainState' });
export type AuditChainState = z.input<typeof AuditChainState>;

export const CheckAuditChain = z.strictObject({
  /** `next` of the answer before, to go on where it stopped. Absent: from the start. */
  from: z.string().max(500).optional(),
});
export type CheckAuditChain = z.infer<typeof CheckAuditChain>;

/** What is known of the chain, and how far the check under way has come. */
export const AuditChainCheck = AuditChainState.extend({
  /** Null: the check has come to its end, and its result stands above. */
  next: z.string().nullable(),
  /** Lines of this check so far. */
  done: z.int(),
}).meta({ id: 'AuditChainCheck' });
export type AuditChainCheck = z.input<typeof AuditChainCheck>;
