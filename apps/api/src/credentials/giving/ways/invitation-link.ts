import { Injectable } from '@nestjs/common';
import { newId } from '../../../db/id.js';
import type { Db } from '../../../db/sql.js';
import type { AuditActor } from '../../../http/actors.js';
import { AccessGiven } from '../../access-requests/access-given.js';
import { InvitationsService } from '../../activation/invitations.service.js';
import type { InvitationWay } from '../../identity.entity.js';
import { AccessState } from '../../identities/access-state.js';
import { type ContactRow, IdentitiesService, type IdentityRow } from '../../identities/identities.service.js';

export interface LinkWish {
  contact: ContactRow;
  way: InvitationWay;
  /** Null where no message carries it. */
  sentTo: string | null;
  actor: AuditActor;
  createdBy: { id: string; name: string };
  insteadOf?: string | undefined;
}

export interface MadeLink {
  /** Of the invitation, and of the message that carries it. */
  id: string;
  identity: IdentityRow;
  token: string;
  code: string;
  expiresAt: Date;
}

/** One open link for a contact that no written message has to carry; the older one stops working. */
@Injectable()
export class InvitationLink {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly invitations: InvitationsService,
    private readonly access: AccessState,
    private readonly given: AccessGiven,
  ) {}

  /** The contact's row is locked by the caller. */
  async make(tx: Db, { contact, actor, ...wish }: LinkWish): Promise<MadeLink> {
    const identity = await this.identities.ensure(tx, contact, actor);
    await this.invitations.revoke(tx, contact.id);
    const id = newId();
    const { credentialVersion } = identity;
    const about = { id, identityId: identity.id, contactId: contact.id, credentialVersion };
    const expiresAt = await this.invitations.make(tx, { ...about, ...wish });
    await this.access.refreshPerson(tx, identity.id);
    await this.given.close(tx, { contactId: contact.id }, 'access_given');
    const token = this.invitations.token(id, credentialVersion, wish.way);
    return { id, identity, token, code: this.invitations.code(id, credentialVersion), expiresAt };
  }
}
