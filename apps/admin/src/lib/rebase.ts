const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What somebody typed differs from what the form started with. */
export const changedKeys = <Values extends object>(typed: Values, start: Values): (keyof Values)[] =>
  (Object.keys(typed) as (keyof Values)[]).filter((key) => !same(typed[key], start[key]));

export interface Rebased<Values> {
  /** What was typed stays; every other field takes the newest value. */
  values: Values;
  /** Fields that both changed, to different values: saving would replace the other person's. */
  clashes: (keyof Values)[];
}

/** Somebody else saved meanwhile (412): puts what was typed here on top of what is stored now. */
export const rebase = <Values extends object>(typed: Values, start: Values, stored: Values): Rebased<Values> => {
  const mine = new Set(changedKeys(typed, start));
  const values = { ...stored, ...Object.fromEntries([...mine].map((key) => [key, typed[key]])) };
  const clashes = [...mine].filter((key) => !same(stored[key], start[key]) && !same(stored[key], typed[key]));
  return { values, clashes };
};
