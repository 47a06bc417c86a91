/**
 * The visit of session `s` with everything that it hangs on (POR-5, INV-8, S1.21, S1.22): a label in use, on a device in use that
 * still stands in the deployment whose PIN was given; deployment, customer and portal open; and that PIN not replaced, or
 * still in its days of grace. Whatever of it ends, ends the visit on the next request.
 */
export const LIVE_VISIT = `
  sessions s
  JOIN labels sl ON sl.id = s.label_id AND (sl.state = 'active' OR (sl.state = 'superseded' AND sl.grace_until > now()))
  JOIN devices sd ON sd.id = sl.device_id AND sd.status = 'active' AND sd.deployment_id = s.deployment_id
  JOIN deployments se ON se.id = s.deployment_id AND se.status = 'active'
  JOIN customers su ON su.id = se.customer_id AND su.status = 'active'
  JOIN deployment_portals so ON so.deployment_id = se.id AND so.is_enabled
   AND (so.pin_version = s.pin_version OR (so.pin_version = s.pin_version + 1 AND so.old_pin_until > now()))`;

/** Goes with LIVE_VISIT: the session itself. Clock: the database's. */
export const OPEN_VISIT = `s.kind = 'visit' AND s.expires_at > now()`;

/** Conditions on label `l`, device `d`, deployment `e`, customer `u` and portal `o`: all of them hold where a visit may begin. */
export const IS_IN_USE = {
  label: `(l.state = 'active' OR (l.state = 'superseded' AND l.grace_until > now()))`,
  device: `d.status = 'active'`,
  deployment: `e.status = 'active'`,
  customer: `u.status = 'active'`,
  portal: `(o.is_enabled AND o.pin_hash IS NOT NULL)`,
} as const;
