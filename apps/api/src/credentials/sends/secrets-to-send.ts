import { Injectable } from '@nestjs/common';
import type { Db } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AccessGiven } from '../access-requests/access-given.js';
import { InvitationsService } from '../activation/invitations.service.js';
import { AccessState } from '../identities/access-state.js';
import { type ContactRow, IdentitiesService, type IdentityRow } from '../identities/identities.service.js';
import { PinStore } from '../pins/pin-store.js';
import type { Draft } from './message-checks.js';
import type { SendJob, SendRotation } from './send-rules.js';

interface About {
  notificationId: string;
  contact: ContactRow;
  identity: IdentityRow;
  to: string;
}

interface Wanted extends Pick<SendJob, 'staff' | 'acting' | 'rotation'> {
  draft: Draft;
}

export interface PreparedSecrets {
  /** When the link ends; null without one. */
  linkEnds: Date | null;
  pinId: string | null;
  /** When the PIN of before ends; null: with the first use of the new one. */
  oldEnds: Date | null;
  /** The message dies with the first of its secrets. */
  expiresAt: Date | null;
}

@Injectable()
export class SecretsToSend {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly pins: PinStore,
    private readonly access: AccessState,
    private readonly identities: IdentitiesService,
    private readonly given: AccessGiven,
  ) {}

  /** Makes what the message names: a new link, the older one revoked; a PIN only when none can be read any more. */
  async prepare(tx: Db, about: About, wanted: Wanted): Promise<PreparedSecrets> {
    if (wanted.rotation) return this.rotated(tx, about, { ...wanted, rotation: wanted.rotation });
    const { draft, staff, acting } = wanted;
    const { notificationId, contact, identity, to } = about;
    await this.invitations.revoke(tx, contact.id);
    const pin = draft.uses.has('initial_pin') ? await this.readablePin(tx, identity.id, staff) : undefined;
    const hasLink = draft.uses.has('activation_link');
    const createdBy = { id: staff.id, name: staff.name };
    const { credentialVersion } = await this.identities.locked(tx, identity.id);
    const linkEnds = hasLink
      ? await this.invitations.make(tx, {
          id: notificationId,
          identityId: identity.id,
          contactId: contact.id,
          credentialVersion,
          sentTo: to,
          createdBy,
          insteadOf: acting?.insteadOf,
        })
      : null;
    await this.access.refreshPerson(tx, identity.id);
    await this.given.close(tx, { contactId: contact.id }, 'access_given');
    const ends = [linkEnds, pin?.readableUntil ?? null].filter((end) => end !== null);
    return {
      linkEnds,
      pinId: pin?.credentialId ?? null,
      oldEnds: null,
      expiresAt: ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
    };
  }

  /** Only a PIN, beside the one in use: an open link of this person keeps working. */
  private async rotated(
    tx: Db,
    { notificationId, identity }: About,
    { staff, rotation }: Pick<Wanted, 'staff'> & { rotation: SendRotation },
  ): Promise<PreparedSecrets> {
    const pin = await this.pins.rotate(tx, identity.id, { staff, rotation: { ...rotation, notificationId } });
    return { linkEnds: null, pinId: pin.credentialId, oldEnds: rotation.endsAt, expiresAt: pin.readableUntil };
  }

  private async readablePin(tx: Db, identityId: string, staff: StaffActor) {
    return (await this.pins.readable(tx, identityId)) ?? this.pins.issue(tx, identityId, staff);
  }
}
