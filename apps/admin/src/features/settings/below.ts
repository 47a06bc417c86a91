import { toProblem } from '../../lib/problem';

/** The errors of a refused request, seen from the form's own fields. */
export const below = (prefix: string, error: unknown): unknown => {
  const { errors, params } = toProblem(error);
  if (errors.length === 0) return error;
  const inside = errors.map((one) =>
    one.pointer.startsWith(`${prefix}/`) ? { ...one, pointer: one.pointer.slice(prefix.length) } : one,
  );
  return { ...params, errors: inside };
};
