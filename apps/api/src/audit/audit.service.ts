// oxlint-disable sizes/max-params -- where, who, what and the facts: a call reads as the sentence it records
import { Injectable } from '@nestjs/common';
import { Keys } from '../config/keys.js';
import { newId } from '../db/id.js';
import { type Db, rows } from '../db/sql.js';
import type { AuditActor } from '../http/actors.js';
import { type AuditLine, lineMac } from './line-mac.js';

/** What an event is about. `detail` holds facts for people: names, states, counts; never a secret (D26). */
export interface AuditFacts {
  customerId?: string | null;
  contactId?: string | null;
  identityId?: string | null;
  deploymentId?: string | null;
  deviceId?: string | null;
  subjectId?: string | null;
  [detail: string]: unknown;
}

const VISITORS: ReadonlySet<string> = new Set<AuditActor['kind']>(['anyone', 'visit', 'follow']);

@Injectable()
export class AuditService {
  constructor(private readonly keys: Keys) {}

  /** Writes one event in the caller's transaction: the act and its record happen together or not at all (INV-10). */
  async record(tx: Db, actor: AuditActor, action: string, facts: AuditFacts = {}): Promise<void> {
    await this.recordMany(tx, actor, action, [facts]);
  }

  /** The same act on many rows, in one statement. Each line is written with its MAC; the chain over them follows (chain-sealer.service.ts). */
  async recordMany(tx: Db, actor: AuditActor, action: string, facts: readonly AuditFacts[]): Promise<void> {
    if (facts.length === 0) return;
    const who = {
      action,
      actorKind: VISITORS.has(actor.kind) ? 'visitor' : actor.kind,
      actorId: 'id' in actor && actor.kind !== 'anyone' ? actor.id : null,
      actorName: 'name' in actor ? actor.name : null,
      ip: 'ip' in actor ? actor.ip : null,
    };
    const lines = facts.map((one) => asLine(one, who));
    await rows(
      tx,
      `INSERT INTO audit_events (id, action, actor_kind, actor_id, actor_name, customer_id, contact_id, identity_id, deployment_id, device_id, subject_id, detail, ip, mac)
       SELECT x.id, $1, $2, $3, $4, x."customerId", x."contactId", x."identityId", x."deploymentId", x."deviceId", x."subjectId", x.detail, $5, x.mac
         FROM jsonb_to_recordset($6::jsonb) AS x(id uuid, "customerId" uuid, "contactId" uuid, "identityId" uuid, "deploymentId" uuid, "deviceId" uuid, "subjectId" uuid, detail jsonb, mac text)`,
      [
        action,
        who.actorKind,
        who.actorId,
        who.actorName,
        who.ip,
        JSON.stringify(lines.map((line) => ({ ...line, mac: lineMac(this.keys, line) }))),
      ],
    );
  }
}

type Who = Pick<AuditLine, 'action' | 'actorKind' | 'actorId' | 'actorName' | 'ip'>;

/** Ids have columns of their own, so that the activity of a row is found by an index; the rest is detail. */
function asLine(facts: AuditFacts, who: Who): AuditLine {
  const { customerId, contactId, identityId, deploymentId, deviceId, subjectId, ...detail } = facts;
  return { ...who, id: newId(), customerId, contactId, identityId, deploymentId, deviceId, subjectId, detail };
}
