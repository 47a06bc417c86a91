import type { ContactActor, StaffActor } from '../../http/actors.js';

/** Whose an upload is: a staff member, an API key, or a contact at one customer (never the person at all their companies). */
export const ownerOf = (actor: StaffActor | ContactActor): string =>
  actor.kind === 'contact' ? `contact:${actor.contactId}` : `${actor.kind}:${actor.id}`;
