import { z } from 'zod';

const hex = (max: number) =>
  z
    .string()
    .regex(/^(?:[0-9a-f]{2})+$/)
    .max(max);

/** Work for the browser of a stranger (ALTCHA v2): find a counter whose derived key begins with keyPrefix. */
export const Challenge = z
  .strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: hex(64),
      salt: hex(64),
      cost: z.int().min(1).max(1_000_000),
      keyLength: z.int().min(1).max(64),
      keyPrefix: hex(64),
      expiresAt: z.int(),
    }),
    signature: hex(128),
  })
  .meta({ id: 'Challenge' });
export type Challenge = z.infer<typeof Challenge>;

export const SolvedChallenge = z
  .strictObject({
    challenge: Challenge,
    solution: z.strictObject({ counter: z.int().min(0).max(4_294_967_295), derivedKey: hex(128) }),
  })
  .meta({ id: 'SolvedChallenge' });
export type SolvedChallenge = z.infer<typeof SolvedChallenge>;
