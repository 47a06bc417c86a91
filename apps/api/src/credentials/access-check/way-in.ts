import type { Looking } from '../../access-checks/looking.js';
import { rows } from '../../db/sql.js';
import { CREDENTIALS, INVITATIONS } from '../access/access.sql.js';
import type { CredentialRow } from '../access/access-view.js';

export interface InvitationRow {
  id: string;
  state: 'invited' | 'opened' | 'accepted' | 'revoked' | 'expired' | 'bounced';
  way: 'email' | 'sms' | 'pin' | null;
  sentTo: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** Read once for all checks of one look. */
export const secretsOf = ({ db, subject }: Looking): Promise<CredentialRow[]> =>
  rows<CredentialRow>(db, CREDENTIALS, [subject.identityId]);

export const invitationsOf = ({ db, subject }: Looking): Promise<InvitationRow[]> =>
  rows<InvitationRow>(db, INVITATIONS, [subject.identityId]);
