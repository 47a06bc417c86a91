import type { StaffActor } from '../../http/actors.js';

/** Whose name an invitation carries when no member of staff acts. Without a permission: only what is on file is used, and no PIN is made. */
export const onBehalfOf = ({ id, name }: { id: string; name: string }): StaffActor => ({
  kind: 'staff',
  id,
  staffId: id,
  name,
  role: 'viewer',
  permissions: new Set(),
  language: null,
  sessionId: null,
  authenticatedAt: null,
  mustEnrol: false,
  ip: '',
});
