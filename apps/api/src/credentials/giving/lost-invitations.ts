import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { oneByOne } from '../../db/one-by-one.js';
import { type Db, first } from '../../db/sql.js';
import { MINUTE_MS, Sweeps } from '../../db/sweeps.js';
import { AccessRequestsService } from '../access-requests/access-requests.service.js';
import { isLost } from '../activation/invitation-sql.js';
import { AccessGiver } from './access-giver.js';
import type { AccessReason } from './giving.dto.js';
import { onBehalfOf } from './on-behalf.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const SYSTEM = { kind: 'system', name: 'Latchkey' } as const;

/** Staff closed the others themselves: nothing is missed. */
const OPEN_ENDS: ReadonlySet<string> = new Set<AccessReason>(['no_way_left', 'next_way', 'best_way']);

interface Lost {
  id: string;
  contactId: string;
  customerId: string;
  identityId: string;
  sentTo: string | null;
  createdById: string | null;
  createdByName: string | null;
  /** It was the second try itself, or staff had typed an address of their own: no further way is taken without them. */
  isLast: boolean;
}

/**
 * From the contacts whose newest invitation did not arrive: few, and found by an index; a minute lies between two messages, as between any.
 * Of several workers one follows it. Who opened or used it meanwhile has it.
 */
const FOLLOW = `
  UPDATE invitations v SET followed_at = now() FROM contacts c, notifications n
   WHERE c.id = v.contact_id AND n.id = v.id AND v.followed_at IS NULL AND v.id = (
           SELECT w.id FROM contacts d
             JOIN LATERAL (SELECT * FROM invitations x WHERE x.contact_id = d.id ORDER BY x.created_at DESC, x.id DESC LIMIT 1) w ON true
             JOIN notifications m ON m.id = w.id
            WHERE d.invitation = 'bounced' AND w.id <> ALL ($1) AND w.created_at < now() - interval '1 minute'
              AND w.followed_at IS NULL AND w.used_at IS NULL AND w.revoked_at IS NULL AND w.opened_at IS NULL AND ${isLost('m')}
            ORDER BY w.created_at LIMIT 1)
  RETURNING v.id, v.contact_id AS "contactId", c.customer_id AS "customerId", v.identity_id AS "identityId", v.sent_to AS "sentTo",
            v.created_by_id AS "createdById", v.created_by_name AS "createdByName",
            v.instead_of IS NOT NULL OR coalesce((n.data ->> 'elsewhere')::boolean, false) AS "isLast"`;

/** Whoever made the lost one made the next one too. An invitation that did not arrive goes the next way that is on file, once; where there is none, staff get a card (field.md, "Give access"). */
@Injectable()
export class LostInvitations {
  constructor(
    private readonly db: DataSource,
    private readonly giver: AccessGiver,
    private readonly requests: AccessRequestsService,
    private readonly audit: AuditService,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'taking the next way', pauseMs: MINUTE_MS / 4, work: () => this.follow() });
  }

  follow(): Promise<void> {
    return oneByOne<Lost>(this.db, {
      take: (tx, passed) => first<Lost>(tx, FOLLOW, [passed]),
      work: (tx, lost) => this.followOne(tx, lost),
    });
  }

  private async followOne(tx: Db, lost: Lost): Promise<void> {
    const { contactId, identityId, customerId, isLast } = lost;
    const acting = { insteadOf: lost.id, by: SYSTEM };
    const staff = onBehalfOf({ id: lost.createdById ?? NOBODY, name: lost.createdByName ?? SYSTEM.name });
    const giving = { strategy: 'auto', batchId: lost.id, staff, acting, isLast } as const;
    const { isDone, outcome, reason, to, way } = await this.giver.giveInstead(tx, contactId, giving);
    if (isDone) {
      const facts = { contactId, identityId, customerId, from: lost.sentTo, to, way };
      await this.audit.record(tx, SYSTEM, 'invitation.way_changed', facts);
    } else if (outcome !== 'nothing' && (isLast || OPEN_ENDS.has(reason)))
      await this.requests.open(tx, { kind: 'invitation_lost', contactId, identityId, by: SYSTEM });
  }
}
