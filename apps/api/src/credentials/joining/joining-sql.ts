/** Somebody can sign in with login `i`, or did. Until then its invitation is what the person accepts. */
const SIGNS_IN = `(i.last_sign_in_at IS NOT NULL OR EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = i.id))`;

/** Who signs in with login `i` accepts a further company first, as the settings say (D8). */
export const ASKS_FIRST = `(${SIGNS_IN} AND coalesce((SELECT (data -> 'invitations' ->> 'askFirst')::boolean FROM settings WHERE id = 1), true))`;

/** Contact `c` belongs to no login, and nobody was asked. */
export const IS_NOBODYS = `c.identity_id IS NULL AND c.asked_identity_id IS NULL`;

/** Contact `c` of customer `u` may be accepted, or was refused. */
export const IS_OPEN_CONTACT = `c.status = 'active' AND c.is_portal_user AND u.status = 'active'`;

/** Contact `c` of customer `u` waits for its person to accept. */
export const IS_ASKED = `c.declined_at IS NULL AND ${IS_OPEN_CONTACT}`;

/** Some contact waits for the person of login `i`. */
export const WAITS_FOR_LOGIN = `EXISTS (SELECT 1 FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.asked_identity_id = i.id AND ${IS_ASKED})`;

/** The login that contact `c` waits for, or would as soon as anybody looks: its address may have got one since the contact was saved. */
export const ASKED_LOGIN = `CASE WHEN c.identity_id IS NULL THEN coalesce(c.asked_identity_id, (
    SELECT i.id FROM identities i WHERE i.email_key = c.email_key AND ${ASKS_FIRST}
       AND NOT EXISTS (SELECT 1 FROM contacts o WHERE o.customer_id = c.customer_id AND i.id IN (o.identity_id, o.asked_identity_id)))) END`;
