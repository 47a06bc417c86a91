import type { z } from 'zod';
import { newId } from '../src/db/id.js';
import { rows } from '../src/db/sql.js';
import type { DeploymentDto } from '../src/deployments/deployment.dto.js';
import type { DeviceDto } from '../src/deployments/device.dto.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';

/** A deployment made over the API. */
export async function newDeployment(
  client: Client,
  customerId: string,
  fields: Record<string, unknown> = {},
): Promise<z.output<typeof DeploymentDto>> {
  const body = { customerId, name: 'Plant North', timeZone: 'Europe/Stockholm', ...fields };
  const answer = await client.post<z.output<typeof DeploymentDto>>('/deployments', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** A device made over the API. */
export async function newDevice(
  client: Client,
  deploymentId: string,
  fields: Record<string, unknown> = {},
): Promise<z.output<typeof DeviceDto>> {
  const answer = await client.post<z.output<typeof DeviceDto>>('/devices', { deploymentId, name: 'Pump', ...fields });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** An open visit before the device of a label, written as a row: how visits begin is tested with the visits. */
export async function insertVisit(test: TestApp, labelId: string, deploymentId: string): Promise<string> {
  const id = newId();
  await rows(
    test.db,
    `INSERT INTO sessions (id, token_hash, kind, method, label_id, deployment_id, pin_version, idle_expires_at, expires_at)
     VALUES ($1::uuid, md5($1::text), 'visit', 'label', $2, $3, 1, now() + interval '12 hours', now() + interval '12 hours')`,
    [id, labelId, deploymentId],
  );
  return id;
}

export interface Fact {
  action: string;
  name: string | null;
  detail: Record<string, unknown>;
}

/** What is on record of a deployment or device, oldest first. */
export const recordOf = (test: TestApp, of: { deployment?: string; device?: string }): Promise<Fact[]> =>
  rows(
    test.db,
    `SELECT action, detail ->> 'name' AS name, detail FROM audit_events WHERE ${of.device ? 'device_id' : 'deployment_id'} = $1 ORDER BY id`,
    [of.device ?? of.deployment],
  );
