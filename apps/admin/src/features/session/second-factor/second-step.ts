import { toProblem } from '../../../lib/problem';

/** The password was right, and a code is asked for, or for another one. */
export const wantsCode = (error: unknown): boolean =>
  ['second_factor.code_required', 'second_factor.code_wrong'].includes(toProblem(error).code);

/** Nothing has gone wrong yet: there was no code to be wrong. */
export const isFirstAsk = (error: unknown): boolean => toProblem(error).code === 'second_factor.code_required';
