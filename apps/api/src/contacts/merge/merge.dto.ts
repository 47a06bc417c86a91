import { z } from 'zod';
import { PhoneDto } from '../../customers/phone-input.js';

export const MERGE_FIELDS = ['firstName', 'lastName', 'email', 'language', 'externalId'] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

export const MergeQuery = z.strictObject({ into: z.uuid() });
export type MergeQuery = z.infer<typeof MergeQuery>;

export const MergeContact = z
  .strictObject({
    /** The contact that stays. */
    into: z.uuid(),
    /** Fields whose value comes from the contact that goes, although the one that stays has one. */
    take: z.array(z.enum(MERGE_FIELDS)).max(MERGE_FIELDS.length).default([]),
  })
  .meta({ id: 'MergeContact' });
export type MergeContact = z.infer<typeof MergeContact>;

/** Which login is left after a merge: that of the contact that stays (`into`) or of the one that goes (`from`). */
export const MergedLogin = z
  .object({
    kept: z.enum(['none', 'into', 'from']),
    keptName: z.string().nullable(),
    keptLoginIds: z.array(z.string()),
    keptHasSecret: z.boolean(),
    /** What happens to the other login, when there are two. */
    other: z.enum(['none', 'deleted', 'stays']),
    otherLoginIds: z.array(z.string()),
    otherAlsoAt: z.array(z.object({ customerId: z.uuid(), customerName: z.string() })),
  })
  .meta({ id: 'MergedLogin' });

export const MergePreview = z
  .object({
    from: z.object({ id: z.uuid(), name: z.string().nullable() }),
    into: z.object({ id: z.uuid(), name: z.string().nullable() }),
    values: z.array(
      z.object({
        field: z.enum(MERGE_FIELDS),
        into: z.string().nullable(),
        from: z.string().nullable(),
        result: z.string().nullable(),
      }),
    ),
    phones: z.array(PhoneDto),
    /** Phones beyond the fifth, which are lost. */
    droppedPhones: z.array(PhoneDto),
    login: MergedLogin,
    /** Cases that go over to the contact that stays. Stops at 100. */
    cases: z.int(),
    /** Of the login that is not kept: they end. */
    sessions: z.int(),
  })
  .meta({ id: 'MergePreview' });
export type MergePreview = z.input<typeof MergePreview>;
