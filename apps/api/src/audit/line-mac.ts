import type { Keys } from '../config/keys.js';

/** What a line says. `at` is the database's: the chain covers it when it seals the line. */
export interface AuditLine {
  id: string;
  action: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  customerId?: string | null | undefined;
  contactId?: string | null | undefined;
  identityId?: string | null | undefined;
  deploymentId?: string | null | undefined;
  deviceId?: string | null | undefined;
  subjectId?: string | null | undefined;
  detail: Record<string, unknown>;
  ip: string | null;
}

/** SELECT list of a stored line, for `lineMac` and `erasedLineMac`. */
export const LINE_COLUMNS = `e.id, e.action, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.actor_name AS "actorName",
  e.customer_id AS "customerId", e.contact_id AS "contactId", e.identity_id AS "identityId", e.deployment_id AS "deploymentId",
  e.device_id AS "deviceId", e.subject_id AS "subjectId", e.detail, e.ip`;

/** HMAC over a line, under a key that is not in the database: who changes or adds one there cannot make it. */
export const lineMac = (keys: Keys, line: AuditLine): string => keys.mac('audit', 'line', content(line));

/** What vouches for what is left of a line about an erased person: bound to the line it was. */
export const erasedLineMac = (keys: Keys, line: AuditLine, mac: string): string =>
  keys.mac('audit', 'erased', mac, content(line));

/** The line says what was written, or what an erasure left of it. */
export const isAsWritten = (keys: Keys, line: AuditLine & { erasedMac: string | null }, mac: string): boolean =>
  line.erasedMac === null ? mac === lineMac(keys, line) : line.erasedMac === erasedLineMac(keys, line, mac);

const content = (line: AuditLine): string =>
  JSON.stringify([
    line.id,
    line.action,
    line.actorKind,
    line.actorId,
    line.actorName,
    line.customerId ?? null,
    line.contactId ?? null,
    line.identityId ?? null,
    line.deploymentId ?? null,
    line.deviceId ?? null,
    line.subjectId ?? null,
    // Dates become texts and undefined goes, as on the way into the database; it keeps no order of names.
    sorted(JSON.parse(JSON.stringify(line.detail))),
    line.ip,
  ]);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const named = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(named.map(([name, one]) => [name, sorted(one)]));
}
