/*
 * The one way deployments are written, by staff and by imports: up to 500 at once.
 *
 *   load(tx, ids)                                         stored deployments, locked, by id
 *   create(tx, [{ id, customerId, fields }], { actor })   with a portal that is switched off
 *   change(tx, [{ id, version?, fields }], { actor })     answers the ids that did change; visits of closed ones end
 *
 * All inside the caller's transaction. Throws row.not_found and row.changed; a taken external id breaks the transaction with
 * the constraint named in DEPLOYMENT_TAKEN (see `coded`).
 */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type Changed, plannedChanges, recordChanges, type RowChange, type Writer } from '../audit/row-changes.js';
import { rows } from '../db/sql.js';
import { LiveEvents } from '../live/live-events.js';
import { fold } from '../text/fold.js';
import { searchKeyOf } from './list-search.js';

export const DEPLOYMENT_TAKEN = { uq_deployments_external_id: 'deployment.external_id_taken' } as const;

export interface DeploymentFields {
  name: string;
  externalId: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string | null;
  timeZone: string;
  defaultAssigneeId: string | null;
  notifyEmails: readonly string[];
  notes: string | null;
  status: 'active' | 'inactive';
}

export interface StoredDeployment extends DeploymentFields {
  id: string;
  customerId: string;
  version: number;
}

export interface NewDeployment {
  id: string;
  customerId: string;
  fields: Partial<DeploymentFields> & Pick<DeploymentFields, 'name' | 'timeZone'>;
}

const EMPTY = {
  externalId: null,
  street: null,
  postalCode: null,
  city: null,
  country: null,
  defaultAssigneeId: null,
  notifyEmails: [],
  notes: null,
  status: 'active',
} as const;

export const DEPLOYMENT_COLUMNS = `p.id, p.customer_id AS "customerId", p.name, p.external_id AS "externalId", p.street, p.postal_code AS "postalCode", p.city, p.country,
  p.time_zone AS "timeZone", p.default_assignee_id AS "defaultAssigneeId", p.notify_emails AS "notifyEmails", p.notes, p.status, p.version`;

const RECORD = `x(id uuid, "customerId" uuid, name text, "nameKey" text, "searchKey" text, "externalId" text, street text, "postalCode" text, city text, country text,
                  "timeZone" text, "defaultAssigneeId" uuid, "notifyEmails" text[], notes text, status text)`;

const keysOf = (fields: Pick<DeploymentFields, 'name' | 'externalId' | 'street' | 'postalCode' | 'city'>) => ({
  nameKey: fold(fields.name),
  searchKey: searchKeyOf([fields.name, fields.externalId, fields.street, fields.postalCode, fields.city]),
});

@Injectable()
export class DeploymentWrites {
  constructor(
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
  ) {}

  /** Locked until the transaction ends. Missing ones are missing. */
  async load(tx: EntityManager, ids: readonly string[]): Promise<Map<string, StoredDeployment>> {
    const found = await rows<StoredDeployment>(
      tx,
      `SELECT ${DEPLOYMENT_COLUMNS} FROM deployments p WHERE p.id = ANY ($1::uuid[]) ORDER BY p.id FOR UPDATE OF p`,
      [ids],
    );
    return new Map(found.map((deployment) => [deployment.id, deployment]));
  }

  /** Those whose id exists already are left alone: the same create, sent again. */
  async create(tx: EntityManager, deployments: readonly NewDeployment[], writer: Writer): Promise<void> {
    if (deployments.length === 0) return;
    const all = deployments.map(({ id, customerId, fields }) => ({ id, customerId, ...EMPTY, ...fields }));
    const made = await rows<{ id: string }>(
      tx,
      `INSERT INTO deployments (id, customer_id, name, name_key, search_key, external_id, street, postal_code, city, country, time_zone, default_assignee_id, notify_emails, notes, status)
       SELECT id, "customerId", name, "nameKey", "searchKey", "externalId", street, "postalCode", city, country, "timeZone", "defaultAssigneeId", "notifyEmails", notes, status
         FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} ON CONFLICT (id) DO NOTHING RETURNING id`,
      [JSON.stringify(all.map((one) => ({ ...one, ...keysOf(one) })))],
    );
    const ids = new Set(made.map(({ id }) => id));
    await rows(tx, `INSERT INTO deployment_portals (deployment_id) SELECT unnest($1::uuid[])`, [[...ids]]);
    const fresh = all.filter(({ id }) => ids.has(id));
    await this.audit.recordMany(
      tx,
      writer.actor,
      'deployment.created',
      fresh.map(({ id, customerId, name }) => ({ deploymentId: id, customerId, name, ...writer.facts })),
    );
    await this.live.publishEach(tx, 'deployment.changed', [...ids]);
  }

  async change(tx: EntityManager, changes: readonly RowChange<DeploymentFields>[], writer: Writer): Promise<string[]> {
    if (changes.length === 0) return [];
    const stored = await this.load(
      tx,
      changes.map(({ id }) => id),
    );
    const work = plannedChanges(stored, changes);
    if (work.length === 0) return [];
    await rows(
      tx,
      `UPDATE deployments p SET name = x.name, name_key = x."nameKey", search_key = x."searchKey", external_id = x."externalId", street = x.street,
              postal_code = x."postalCode", city = x.city, country = x.country, time_zone = x."timeZone", default_assignee_id = x."defaultAssigneeId",
              notify_emails = x."notifyEmails", notes = x.notes, status = x.status, updated_at = now(), version = p.version + 1
         FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} WHERE p.id = x.id RETURNING p.id`,
      [JSON.stringify(work.map(({ after }) => ({ ...after, ...keysOf(after) })))],
    );
    await this.followUp(tx, work, writer);
    return work.map(({ after }) => after.id);
  }

  private async followUp(tx: EntityManager, work: readonly Changed<StoredDeployment>[], writer: Writer): Promise<void> {
    const closed = work
      .filter(({ changed, after }) => changed.includes('status') && after.status === 'inactive')
      .map(({ after }) => after.id);
    if (closed.length > 0) await endVisitsAt(tx, closed);
    const about = ({ id, customerId, name }: StoredDeployment) => ({ deploymentId: id, customerId, name });
    await recordChanges(tx, this.audit, { noun: 'deployment', work, writer, about });
    await this.live.publishEach(
      tx,
      'deployment.changed',
      work.map(({ after }) => after.id),
    );
  }
}

/** Visits of these deployments end (INV-8). */
const endVisitsAt = (tx: EntityManager, ids: readonly string[]) =>
  rows(tx, `DELETE FROM sessions WHERE kind = 'visit' AND deployment_id = ANY ($1::uuid[]) RETURNING id`, [ids]);
