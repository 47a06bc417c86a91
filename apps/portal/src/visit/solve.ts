import type { SolvedChallenge, VisitChallenge } from '@latchkey/api-client';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** A second or two of this browser's work, asked only of networks from which many wrong PINs came. */
export async function solve(challenge: VisitChallenge): Promise<SolvedChallenge> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('The challenge was not solved in time');
  return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } };
}
