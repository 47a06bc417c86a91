import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge, SolvedChallenge } from '../src/budgets/challenge.dto.js';

/** What the browser does with the `challenge` of an answer. */
export async function solve(challenge: unknown): Promise<SolvedChallenge> {
  const solution = await solveChallenge({ challenge: challenge as Challenge, deriveKey });
  if (!solution) throw new Error('Not solved');
  const { counter, derivedKey } = solution;
  return { challenge: challenge as Challenge, solution: { counter, derivedKey } };
}
