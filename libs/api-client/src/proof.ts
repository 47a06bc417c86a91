import type { Challenge, SolvedChallenge } from './generated/types.gen.js';
import { isApiProblem } from './index.js';

/** What an operation takes along when its browser had to do some work. */
export type Proof = { challenge?: SolvedChallenge };

/**
 * Where too much failed from its network, a browser works for its request: a moment for a person, dear for a machine (D4.3, D6, POR-8).
 * The request is made again by itself then; `onProving` hears when the work begins and ends.
 */
export async function withProof<T>(
  attempt: (proof: Proof) => Promise<T>,
  onProving: (isProving: boolean) => void = () => undefined,
): Promise<T> {
  try {
    return await attempt({});
  } catch (error) {
    if (!isApiProblem(error) || !error.code.endsWith('.challenge_required')) throw error;
    onProving(true);
    try {
      const { solve } = await import('./solve.js');
      return await attempt({ challenge: await solve(error['challenge'] as Challenge) });
    } finally {
      onProving(false);
    }
  }
}
