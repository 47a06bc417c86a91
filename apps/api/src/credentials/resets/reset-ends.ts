import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { ContactHooks } from '../../contacts/contact-hooks.js';
import { type Db, rows, transaction } from '../../db/sql.js';
import { Sweeps } from '../../db/sweeps.js';
import type { AuditActor } from '../../http/actors.js';
import { SettingsService } from '../../settings/settings.service.js';
import { MAY_RESET } from './reset-decider.js';

const SECOND_MS = 1_000;

/** What was sent and not used, of the logins that `which` names. */
const stop = (which: string): string => `
  UPDATE password_resets r SET ended_by = 'stopped'
   WHERE r.outcome = 'sent' AND r.used_at IS NULL AND r.ended_by IS NULL AND r.expires_at > now() AND ${which}
  RETURNING r.identity_id AS "identityId", r.contact_id AS "contactId", (SELECT c.customer_id FROM contacts c WHERE c.id = r.contact_id) AS "customerId"`;

/** No contact of the login allows it any more: the same as when it is asked for (S2.7). */
const OF_CONTACTS =
  stop(`r.identity_id IN (SELECT c.identity_id FROM contacts c WHERE c.id = ANY ($1) AND NOT c.may_reset_password)
     AND NOT (SELECT ${MAY_RESET} FROM identities i WHERE i.id = r.identity_id)`);

interface Ended {
  identityId: string;
  contactId: string | null;
  customerId: string | null;
}

/** Whoever switches new passwords on request off ends what was sent and not used, link and temporary password alike (S2.6, S2.7). */
@Injectable()
export class ResetEnds implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
    private readonly contacts: ContactHooks,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'ending requests that were switched off', pauseMs: SECOND_MS, work: () => this.endAll() });
  }

  onModuleInit(): void {
    this.contacts.register({
      saved: async (tx, contactIds, { actor }) =>
        this.record(tx, actor, await rows<Ended>(tx, OF_CONTACTS, [contactIds])),
    });
  }

  /** They work no more from the moment of the switch (IS_OPEN asks it); here the log and the record learn of it. */
  async endAll(): Promise<void> {
    if ((await this.settings.read()).passwordReset.enabled) return;
    await transaction(this.db, async (tx) =>
      this.record(tx, { kind: 'system', name: 'Latchkey' }, await rows<Ended>(tx, stop('true'))),
    );
  }

  private record(tx: Db, actor: AuditActor, ended: readonly Ended[]): Promise<void> {
    return this.audit.recordMany(
      tx,
      actor,
      'password.reset_stopped',
      ended.map((one) => ({ ...one })),
    );
  }
}
