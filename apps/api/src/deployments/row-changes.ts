import { fold } from '../text/fold.js';

/** A screen that hears of any of them fetches its list anew, so a few stand for many. */
export const MOST_TOLD = 20;

const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((value, index) => value === other[index])
    : one === other;

/** Names of the fields whose value would become another one. */
export const changedNames = <T extends object>(before: T, fields: Partial<T>): string[] =>
  (Object.keys(fields) as (keyof T & string)[]).filter(
    (name) => fields[name] !== undefined && !isSame(fields[name], before[name]),
  );

/** Fields that were given, without the absent ones. */
export const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** What a search looks at: everything a person may have at hand, folded. */
export const searchKeyOf = (parts: readonly (string | null)[]): string => fold(parts.filter(Boolean).join(' '));
