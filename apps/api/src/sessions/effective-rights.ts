/** SELECT expression: profile `p` of the customer AND not taken from contact `c` AND offered by the portal (INV-6). */
export const EFFECTIVE_RIGHTS = `ARRAY(SELECT r FROM unnest(p.rights) r WHERE r <> ALL (c.rights_removed)
                  AND coalesce((SELECT data -> 'portal' -> 'rights' FROM settings WHERE id = 1) ? r, true))`;
