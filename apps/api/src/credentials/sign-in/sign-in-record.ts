import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { Keys } from '../../config/keys.js';
import { type Db, first } from '../../db/sql.js';
import { LockAlerts } from '../notices/lock-alerts.js';
import { NoticesService } from '../notices/notices.service.js';
import type { Candidates } from './candidates.js';
import type { Try } from './tries.service.js';

/** Wrong tries after which a success is told to the owner (D6). */
const SUSPICIOUS = 5;

/** As sessions name the person (session-actors.ts). */
const NAME = `
  SELECT coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), i.display_name, i.email) AS name
    FROM identities i LEFT JOIN contacts c ON c.identity_id = i.id WHERE i.id = $1 ORDER BY c.id = i.last_contact_id DESC NULLS LAST, c.id LIMIT 1`;

/** Why it did not work, for staff. An address without a password fails like a wrong one. */
function reasonOf({ people: [person], kind }: Candidates): 'unknown' | 'closed' | 'no_secret' | 'wrong' {
  if (!person) return 'unknown';
  if (!person.isUsable) return 'closed';
  return kind === 'password' && !person.password ? 'no_secret' : 'wrong';
}

/** The truth about sign-ins, for staff (INV-4); what was typed stands there only as an HMAC (D26). */
@Injectable()
export class SignInRecord {
  constructor(
    private readonly audit: AuditService,
    private readonly keys: Keys,
    private readonly notices: NoticesService,
    private readonly alerts: LockAlerts,
  ) {}

  /** One event for each sign-in that was compared; those refused during a wait only stand in the budget, or a flood would fill the table. */
  async failed(db: Db, failure: { who: Candidates; tries: readonly Try[]; ip: string }): Promise<void> {
    const { who, tries, ip } = failure;
    const compared = tries.filter(({ spent }) => spent.allowed);
    if (compared.length === 0) return;
    const [person] = who.people;
    const identityId = who.people.length === 1 && person ? person.identityId : null;
    const identifier = this.keys.mac('budget', 'identifier', who.canonical);
    await this.audit.record(db, { kind: 'anyone', id: 'anyone', ip }, 'sign_in.failed', {
      identityId,
      method: who.kind,
      identifier,
      reason: reasonOf(who),
      people: compared.length,
    });
    for (const one of compared) await this.alerts.after(one, ip);
  }

  async succeeded(
    tx: Db,
    success: { identityId: string; method: string; triesBefore: number; ip: string },
  ): Promise<void> {
    const { identityId, method, triesBefore, ip } = success;
    // Read here, where a secret was proven already: what a failure does stays the same work (AUT-4).
    const person = await first<{ name: string | null }>(tx, NAME, [identityId]);
    const actor = { kind: 'contact', id: identityId, name: person?.name ?? '', ip } as const;
    await this.audit.record(tx, actor, 'sign_in.succeeded', {
      identityId,
      method,
      triesBefore,
    });
    if (triesBefore >= SUSPICIOUS) await this.notices.send(tx, identityId, 'sign_in_after_failures');
  }
}
