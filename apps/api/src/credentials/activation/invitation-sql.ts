/** The message `n` did not arrive. Where it was handed over by no message at all (shown, printed), nothing is lost. */
export const isLost = (n: string): string => `coalesce(${n}.state IN ('refused', 'failed', 'bounced'), false)`;

interface Names {
  invitation: string;
  identity: string;
  /** The message that carried it, joined with LEFT JOIN. */
  message: string;
}

const ends = (v: string, i: string): string =>
  `(${v}.revoked_at IS NOT NULL OR ${v}.credential_version <> ${i}.credential_version)`;

/** The state of one invitation (S4.11). Who opened it received it, whatever the mail server said later. */
export const oneInvitation = ({ invitation: v, identity: i, message: n }: Names): string => `
  CASE WHEN ${v}.used_at IS NOT NULL THEN 'accepted' WHEN ${ends(v, i)} THEN 'revoked'
       WHEN ${isLost(n)} AND ${v}.opened_at IS NULL THEN 'bounced' WHEN ${v}.expires_at <= now() THEN 'expired'
       WHEN ${v}.opened_at IS NOT NULL THEN 'opened' ELSE 'invited' END`;

/** Of contact `c`: the newest decides; but whoever accepted one before has accepted, unless a newer one is open. */
export const INVITATION_STATE = `coalesce((
  SELECT CASE WHEN o.state IN ('accepted', 'invited', 'opened') OR NOT EXISTS (SELECT 1 FROM invitations w WHERE w.contact_id = c.id AND w.used_at IS NOT NULL)
              THEN o.state ELSE 'accepted' END
    FROM (SELECT ${oneInvitation({ invitation: 'v', identity: 'j', message: 'n' })} AS state
            FROM invitations v JOIN identities j ON j.id = v.identity_id LEFT JOIN notifications n ON n.id = v.id
           WHERE v.contact_id = c.id ORDER BY v.created_at DESC, v.id DESC LIMIT 1) o), 'none')`;
