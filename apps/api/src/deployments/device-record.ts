import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AuditFacts, AuditService } from '../audit/audit.service.js';
import type { Changed, Writer } from '../audit/row-changes.js';
import { rows } from '../db/sql.js';
import { LiveEvents } from '../live/live-events.js';

export interface DeviceFields {
  deploymentId: string;
  name: string;
  model: string | null;
  serial: string | null;
  externalId: string | null;
  position: string | null;
  tags: readonly string[];
  notes: string | null;
  status: 'active' | 'retired';
}

export interface StoredDevice extends DeviceFields {
  id: string;
  version: number;
}

interface Place {
  id: string;
  name: string;
  customerId: string;
}

/** What is on record about devices: of the device itself, and of the deployments it leaves and reaches. */
@Injectable()
export class DeviceRecord {
  constructor(
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
  ) {}

  async created(
    tx: EntityManager,
    devices: readonly { id: string; name: string; deploymentId: string }[],
    { actor, facts = {} }: Writer,
  ): Promise<void> {
    const places = await placesOf(
      tx,
      devices.map(({ deploymentId }) => deploymentId),
    );
    const events = devices.map((device) => ({ ...about(device, places.get(device.deploymentId)), ...facts }));
    await this.audit.recordMany(tx, actor, 'device.created', events);
    await this.tell(tx, devices, [...places.keys()]);
  }

  async changed(
    tx: EntityManager,
    work: readonly Changed<StoredDevice>[],
    { actor, facts = {} }: Writer,
  ): Promise<void> {
    const places = await placesOf(
      tx,
      work.flatMap(({ before, after }) => [before.deploymentId, after.deploymentId]),
    );
    const events = work.flatMap((one) => eventsOf(one, places));
    for (const action of new Set(events.map((event) => event.action))) {
      const same = events.filter((event) => event.action === action);
      await this.audit.recordMany(
        tx,
        actor,
        action,
        same.map((event) => ({ ...event.facts, ...facts })),
      );
    }
    await this.tell(
      tx,
      work.map(({ after }) => after),
      [...places.keys()],
    );
  }

  async deleted(tx: EntityManager, device: StoredDevice, { actor, facts = {} }: Writer): Promise<void> {
    const places = await placesOf(tx, [device.deploymentId]);
    await this.audit.record(tx, actor, 'device.deleted', {
      ...about(device, places.get(device.deploymentId)),
      ...facts,
    });
    await this.tell(tx, [device], [...places.keys()]);
  }

  private async tell(tx: EntityManager, devices: readonly { id: string }[], deployments: readonly string[]) {
    await this.live.publishEach(
      tx,
      'device.changed',
      devices.map(({ id }) => id),
    );
    await this.live.publishEach(tx, 'deployment.changed', deployments);
  }
}

async function placesOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Place>> {
  const found = await rows<Place>(
    tx,
    `SELECT id, name, customer_id AS "customerId" FROM deployments WHERE id = ANY ($1::uuid[])`,
    [[...new Set(ids)]],
  );
  return new Map(found.map((place) => [place.id, place]));
}

const about = (device: { id: string; name: string }, place: Place | undefined): AuditFacts => ({
  deviceId: device.id,
  deploymentId: place?.id ?? null,
  customerId: place?.customerId ?? null,
  name: device.name,
});

interface DeviceEvent {
  action: string;
  facts: AuditFacts;
}

/** Moving is told twice: where the device came to, and where it left. */
function eventsOf(
  { before, after, changed }: Changed<StoredDevice>,
  places: ReadonlyMap<string, Place>,
): DeviceEvent[] {
  const [from, to] = [places.get(before.deploymentId), places.get(after.deploymentId)];
  const here = about(after, to);
  const fields = changed.filter((name) => name !== 'status' && name !== 'deploymentId');
  const events: DeviceEvent[] = [];
  if (changed.includes('deploymentId')) {
    const way = { from: from?.name, to: to?.name };
    events.push({ action: 'device.moved', facts: { ...here, ...way } });
    events.push({ action: 'device.moved_away', facts: { ...about(after, from), deviceId: null, ...way } });
  }
  if (changed.includes('status'))
    events.push({ action: after.status === 'retired' ? 'device.retired' : 'device.activated', facts: here });
  if (fields.length > 0) events.push({ action: 'device.changed', facts: { ...here, fields } });
  return events;
}
