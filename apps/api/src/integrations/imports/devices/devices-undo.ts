import type { Writer } from '../../../audit/row-changes.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../../audit/audit.service.js';
import { rows } from '../../../db/sql.js';
import { type DeploymentFields, DeploymentWrites } from '../../../deployments/deployment-writes.js';
import type { DeviceFields } from '../../../deployments/device-record.js';
import { DeviceWrites } from '../../../deployments/device-writes.js';
import { actorOf, type ImportJob } from '../import-job.js';

export interface Part<F> {
  created?: boolean;
  version?: number;
  fields?: Partial<F>;
}

export interface DoneDevice {
  line: number;
  deploymentId: string | null;
  deviceId: string | null;
  before: { deployment?: Part<DeploymentFields> | null; device?: Part<DeviceFields> | null } | null;
}

/** Only what nobody has touched since: not edited, no label, file or case. */
const DELETE_DEVICES = `
  DELETE FROM devices d USING deployments p WHERE d.id = ANY ($1::uuid[]) AND p.id = d.deployment_id AND d.version = 1
     AND NOT EXISTS (SELECT 1 FROM labels l WHERE l.device_id = d.id) AND NOT EXISTS (SELECT 1 FROM device_files f WHERE f.device_id = d.id)
     AND NOT EXISTS (SELECT 1 FROM cases k WHERE k.device_id = d.id)
  RETURNING d.id, d.id AS "deviceId", d.deployment_id AS "deploymentId", p.customer_id AS "customerId", d.name`;

/** Nor a portal that somebody has set up. */
const DELETE_DEPLOYMENTS = `
  DELETE FROM deployments p USING deployment_portals o WHERE p.id = ANY ($1::uuid[]) AND o.deployment_id = p.id AND p.version = 1 AND o.version = 1
     AND NOT o.is_enabled AND o.pin_hash IS NULL
     AND NOT EXISTS (SELECT 1 FROM devices d WHERE d.deployment_id = p.id) AND NOT EXISTS (SELECT 1 FROM cases k WHERE k.deployment_id = p.id)
  RETURNING p.id, p.id AS "deploymentId", p.customer_id AS "customerId", p.name`;

interface Back<F> {
  lines: readonly { line: number; id: string | null; part: Part<F> | null | undefined }[];
  remove: string;
  action: string;
  writes: {
    load(tx: EntityManager, ids: readonly string[]): Promise<Map<string, { version: number }>>;
    change(tx: EntityManager, changes: { id: string; fields: Partial<F> }[], writer: Writer): Promise<string[]>;
  };
}

/** Takes back what an import of devices did, as far as nobody has worked on it since. Answers the lines that stay. */
@Injectable()
export class DevicesUndo {
  constructor(
    private readonly deployments: DeploymentWrites,
    private readonly devices: DeviceWrites,
    private readonly audit: AuditService,
  ) {}

  devicesBack(tx: EntityManager, lines: readonly DoneDevice[], job: ImportJob): Promise<number[]> {
    const parts = lines.map(({ line, deviceId, before }) => ({ line, id: deviceId, part: before?.device }));
    return this.back<DeviceFields>(tx, job, {
      lines: parts,
      remove: DELETE_DEVICES,
      action: 'device.deleted',
      writes: this.devices,
    });
  }

  deploymentsBack(tx: EntityManager, lines: readonly DoneDevice[], job: ImportJob): Promise<number[]> {
    const parts = lines.map(({ line, deploymentId, before }) => ({ line, id: deploymentId, part: before?.deployment }));
    const remove = { remove: DELETE_DEPLOYMENTS, action: 'deployment.deleted' };
    return this.back<DeploymentFields>(tx, job, { lines: parts, ...remove, writes: this.deployments });
  }

  private async back<F>(
    tx: EntityManager,
    job: ImportJob,
    { lines, remove, action, writes }: Back<F>,
  ): Promise<number[]> {
    const writer = { actor: actorOf(job), facts: { importId: job.id, undo: true } };
    const made = lines.flatMap(({ line, id, part }) => (id && part?.created ? [{ line, id }] : []));
    const gone = await rows<{ id: string }>(tx, remove, [made.map(({ id }) => id)]);
    const events = gone.map(({ id: _, ...facts }) => ({ ...facts, ...writer.facts }));
    await this.audit.recordMany(tx, writer.actor, action, events);
    const changed = lines.flatMap(({ line, id, part }) => (id && part?.fields ? [{ line, id, part }] : []));
    const stored = await writes.load(
      tx,
      changed.map(({ id }) => id),
    );
    const untouched = changed.filter(({ id, part }) => stored.get(id)?.version === (part.version ?? 0) + 1);
    await writes.change(
      tx,
      untouched.map(({ id, part }) => ({ id, fields: part.fields ?? {} })),
      writer,
    );
    const isGone = new Set(gone.map(({ id }) => id));
    const kept = [...made.filter(({ id }) => !isGone.has(id)), ...changed.filter((one) => !untouched.includes(one))];
    return kept.map(({ line }) => line);
  }
}
