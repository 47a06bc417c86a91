import type { Permission, StaffRole } from './permissions.js';
import type { Right } from './rights.js';

/** A signed-in staff member, or an API key acting for the staff member who owns it. */
export interface StaffActor {
  kind: 'staff' | 'key';
  /** Id of the staff member, or of the key. */
  id: string;
  /** The staff member behind it: the owner of a key. */
  staffId: string;
  name: string;
  role: StaffRole;
  permissions: ReadonlySet<Permission>;
  language: string | null;
  sessionId: string | null;
  /** When the secret was last proven; null for a key. */
  authenticatedAt: Date | null;
  /** The session may only set up the second step of sign-in. */
  mustEnrol: boolean;
  ip: string;
}

/** A signed-in person at a customer. Before a company is chosen, contactId and customerId are null. */
export interface PersonActor {
  kind: 'contact';
  id: string;
  identityId: string;
  contactId: string | null;
  customerId: string | null;
  name: string;
  language: string | null;
  rights: ReadonlySet<Right>;
  sessionId: string;
  mustChange: boolean;
  authenticatedAt: Date;
  /** Not the person: a staff member who looks at the portal as the person sees it. Changes nothing. */
  view?: { staffId: string; staffName: string; endsAt: Date };
  ip: string;
}

/** A contact who has chosen a company: what nearly every portal route needs. */
export interface ContactActor extends PersonActor {
  contactId: string;
  customerId: string;
}

/** A browser before one device, let in by the label and the PIN of its deployment (D4). Sees this device only (INV-7). */
export interface VisitActor {
  kind: 'visit';
  /** The session. */
  id: string;
  labelId: string;
  deviceId: string;
  deploymentId: string;
  customerId: string;
  /** The browser, known for as long as the PIN version lives. */
  browserId: string;
  ip: string;
}

/** A browser that opened a follow link: reads and answers one case. */
export interface FollowActor {
  kind: 'follow';
  /** The follow link. */
  id: string;
  sessionId: string;
  caseId: string;
  customerId: string;
  isReporter: boolean;
  name: string | null;
  language: string | null;
  ip: string;
}

/** Somebody not signed in. */
export interface AnyoneActor {
  kind: 'anyone';
  id: 'anyone';
  ip: string;
}

export type Actor = StaffActor | PersonActor | VisitActor | FollowActor | AnyoneActor;

/** Somebody who has proven a secret this moment: the session is still to come. */
export interface ArrivingActor {
  kind: 'contact';
  /** The login. */
  id: string;
  name: string;
  ip: string;
}

/** Who is named in an audit event: every actor, and the system itself. */
export type AuditActor = Actor | ArrivingActor | { kind: 'system'; name: string };
