import { DEFAULT_SETTINGS } from '../settings/settings.dto.js';

const dueBefore = (months: string): string => `now() - make_interval(months => nullif(${months}, 0))`;

/** The same where how old is too old is a value of the statement. */
export const pinDueBefore = (adviceMonths: number, add: (value: unknown) => string): string =>
  dueBefore(`${add(adviceMonths)}::int`);

/** A PIN in use that was set before this moment is due for a new one; null when the company does not want to hear of it. */
export const PIN_DUE_BEFORE = dueBefore(
  `coalesce((SELECT data -> 'pins' ->> 'adviceMonths' FROM settings WHERE id = 1)::int, ${DEFAULT_SETTINGS.pins.adviceMonths})`,
);

const NEW_PIN = `SELECT FROM credentials n WHERE n.identity_id = k.identity_id AND n.kind = 'pin' AND n.state = 'pending'`;

/**
 * Conditions of the PINs `k` whose contacts a list shows. How old is too old is a value of the statement, which is planned with
 * it: a list then starts at the PINs where few fit, and goes along the contacts where many do.
 */
export const PIN_FILTERS = {
  /** Old, and no new one is on its way. */
  due: (adviceMonths: number, add: (value: unknown) => string) =>
    `k.kind = 'pin' AND k.state = 'active' AND k.set_at < ${pinDueBefore(adviceMonths, add)} AND NOT EXISTS (${NEW_PIN})`,
  /** A new one was issued and not used yet; the old one works until then (D3). */
  renewing: () => `k.kind = 'pin' AND k.state = 'pending'`,
} as const;
