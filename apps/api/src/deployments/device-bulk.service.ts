import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { transaction } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { type ChangeDevices, type DeviceChanges, MOST_TAGS } from './device.dto.js';
import type { DeviceFields, StoredDevice } from './device-record.js';
import { DeviceWrites } from './device-writes.js';
import { deploymentIsActive } from './devices.service.js';
import { given } from '../audit/row-changes.js';

type Result = DeviceChanges['items'][number]['result'];

/** The device's tags without the ones to remove, then the ones to add, compared without case. */
export function tagsAfter(
  before: readonly string[],
  { addTags = [], removeTags = [] }: Pick<ChangeDevices['set'], 'addTags' | 'removeTags'>,
): string[] {
  const key = (tag: string) => tag.toLowerCase();
  const gone = new Set(removeTags.map(key));
  const kept = before.filter((tag) => !gone.has(key(tag)));
  const has = new Set(kept.map(key));
  return [...kept, ...addTags.filter((tag) => !has.has(key(tag)))];
}

@Injectable()
export class DeviceBulk {
  constructor(
    private readonly db: DataSource,
    private readonly writes: DeviceWrites,
  ) {}

  /** All that can be changed are changed together; the answer says of each what became of it. */
  async change({ ids, set }: ChangeDevices, staff: StaffActor): Promise<DeviceChanges> {
    return transaction(this.db, async (tx) => {
      if (set.deploymentId) await deploymentIsActive(tx, set.deploymentId);
      const asked = [...new Set(ids)];
      const stored = await this.writes.load(tx, asked);
      const planned = asked.map((id) => planOf(id, stored.get(id), set));
      const changed = new Set(
        await this.writes.change(
          tx,
          planned.flatMap(({ id, fields }) => (fields ? [{ id, fields }] : [])),
          { actor: staff },
        ),
      );
      const items = planned.map(({ id, result }) => ({ id, result: changed.has(id) ? 'changed' : result }) as const);
      return { items };
    });
  }
}

function planOf(
  id: string,
  device: StoredDevice | undefined,
  { addTags, removeTags, ...plain }: ChangeDevices['set'],
): { id: string; result: Result; fields?: Partial<DeviceFields> } {
  if (!device) return { id, result: 'not_found' };
  const fields: Partial<DeviceFields> = given(plain);
  if (!addTags && !removeTags) return { id, result: 'unchanged', fields };
  const tags = tagsAfter(device.tags, { addTags, removeTags });
  if (tags.length > MOST_TAGS) return { id, result: 'too_many_tags' };
  return { id, result: 'unchanged', fields: { ...fields, tags } };
}
