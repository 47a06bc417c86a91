import { z } from 'zod';
import { CHECK_GROUPS, CHECK_STATES, WAYS } from '../../access-checks/access-checks.js';
import { FIX_ACTS } from '../../access-checks/fixes.js';
import { isoDate } from '../../http/schemas.js';

const facts = z.record(z.string(), z.string());

/** The act that mends it: a route below /api/v1. `needsInput`: something has to be added to the body. */
const FixDto = z
  .object({
    act: z.enum(FIX_ACTS),
    isAllowed: z.boolean(),
    method: z.enum(['POST', 'PUT', 'PATCH']),
    path: z.string(),
    body: z.record(z.string(), z.unknown()).nullable(),
    /** For If-Match. */
    version: z.int().nullable(),
    needsInput: z.boolean(),
  })
  .meta({ id: 'AccessFix' });

/** One condition for getting in. `absent`: there is nothing to look at, and nothing is missed. */
export const AccessFindingDto = z
  .object({
    key: z.string(),
    group: z.enum(CHECK_GROUPS),
    state: z.enum(CHECK_STATES),
    cause: z.string(),
    facts,
    /** Keeps the person out: altogether, or by one way. */
    blocks: z.enum(['all', ...WAYS]).nullable(),
    fix: FixDto.nullable(),
    /** A sentence to read out to the customer, in the customer's language. */
    readOut: z.string().nullable(),
  })
  .meta({ id: 'AccessFinding' });
export type AccessFindingDto = z.input<typeof AccessFindingDto>;

export const AccessCheckDto = z
  .object({
    contactId: z.uuid(),
    customerId: z.uuid(),
    customerName: z.string(),
    name: z.string(),
    /** Of the sentences to read out. */
    language: z.string(),
    answer: z.object({
      /** waiting: the invitation was not opened yet. */
      state: z.enum(['can', 'waiting', 'cannot']),
      ways: z.array(z.object({ way: z.enum(WAYS), login: z.string() })),
      /** The first finding that keeps the person out. */
      cause: z.string().nullable(),
      facts,
      /** Where a new password would be sent; null when none would. */
      resetTo: z.string().nullable(),
      /** Where it would go by SMS as well, when the person names the number; null when it would not. */
      resetSmsTo: z.string().nullable(),
    }),
    checks: z.array(AccessFindingDto),
    checkedAt: isoDate,
  })
  .meta({ id: 'AccessCheck' });
export type AccessCheckDto = z.input<typeof AccessCheckDto>;
