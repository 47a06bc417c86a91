import { DEFAULT_SETTINGS } from '../settings/settings.dto.js';

/** A PIN in use that was set before this moment is due for a new one; null when the company does not want to hear of it. */
export const PIN_DUE_BEFORE = `now() - make_interval(months => nullif(coalesce((SELECT data -> 'pins' ->> 'adviceMonths' FROM settings WHERE id = 1)::int, ${DEFAULT_SETTINGS.pins.adviceMonths}), 0))`;

/** Of contact `c`. Scalar sub-selects, not EXISTS: that one may be hashed by reading all credentials. */
const setAt = (state: 'active' | 'pending'): string =>
  `(SELECT k.set_at FROM credentials k WHERE k.identity_id = c.identity_id AND k.kind = 'pin' AND k.state = '${state}')`;

export const PIN_FILTERS = {
  /** Old, and no new one is on its way. */
  due: `${setAt('active')} < ${PIN_DUE_BEFORE} AND ${setAt('pending')} IS NULL`,
  /** A new one was issued and not used yet; the old one works until then (D3). */
  renewing: `${setAt('pending')} IS NOT NULL`,
} as const;
