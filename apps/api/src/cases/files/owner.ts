import type { ContactActor, FollowActor, StaffActor, VisitActor } from '../../http/actors.js';

export type Uploader = StaffActor | ContactActor | VisitActor | FollowActor;

/**
 * Whose an upload is: a staff member, an API key, a contact at one customer (never the person at all their companies), the browser
 * of a visit (a report kept while offline is sent in the next visit), or a follow link.
 */
export function ownerOf(actor: Uploader): string {
  if (actor.kind === 'contact') return `contact:${actor.contactId}`;
  return actor.kind === 'visit' ? `visit:${actor.browserId}` : `${actor.kind}:${actor.id}`;
}
