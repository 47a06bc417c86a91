/** A message that came after the date leaves so much time before the older PIN ends. */
const LATE_GRACE = `interval '1 day'`;

/**
 * Condition: PIN `p` of a run has taken over from the older one. Asked, not kept (ADR 28): only an accepted message lets the date
 * count, and one that comes back later takes it back.
 */
export const hasTakenOver = (p: string): string => `
  ${p}.state = 'pending' AND ${p}.takes_over_at <= now() AND EXISTS (SELECT 1 FROM notifications m WHERE m.id = ${p}.notification_id
    AND m.state = 'accepted' AND (m.accepted_at <= ${p}.takes_over_at OR m.accepted_at <= now() - ${LATE_GRACE}))`;

/** Condition: secret `s` is a PIN whose time is over, a newer one of the same login alone works. */
export const hasEnded = (s: string): string => `
  (${s}.kind = 'pin' AND ${s}.state = 'active' AND EXISTS (SELECT 1 FROM credentials p WHERE p.identity_id = ${s}.identity_id AND p.kind = 'pin' AND ${hasTakenOver('p')}))`;

/**
 * What becomes of a PIN that a run gave, by its id. `ended`: the older one works no longer, and this one was not used yet. `replaced`:
 * staff issued another one since, or the login has gone.
 */
export const rotatedPinSql = (credentialId: string): string => `
  coalesce((SELECT CASE WHEN k.first_used_at IS NOT NULL THEN 'used' WHEN k.state = 'active' OR (${hasTakenOver('k')}) THEN 'ended'
                        WHEN m.state IN ('queued', 'sending') THEN 'on_way' WHEN m.state = 'accepted' THEN 'unused' ELSE 'undelivered' END
              FROM credentials k LEFT JOIN notifications m ON m.id = k.notification_id WHERE k.id = ${credentialId}), 'replaced')`;

export const ROTATED_PIN_STATES = ['on_way', 'unused', 'undelivered', 'used', 'ended', 'replaced'] as const;
export type RotatedPinState = (typeof ROTATED_PIN_STATES)[number];

/** Whom a reminder may help: the new PIN was not used yet. */
export const REMINDABLE = ['unused', 'undelivered', 'ended'] as const satisfies readonly RotatedPinState[];
