import type { z } from 'zod';
import type { AccessRunDto, AccessRunRowDto } from '../src/credentials/access-runs/access-run.dto.js';
import { AccessRunsWorker } from '../src/credentials/access-runs/access-runs.worker.js';
import { rows } from '../src/db/sql.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';

/** Contacts a minute of the runs that are planned from now on. */
export const setPace = (test: TestApp, perMinute: number): Promise<unknown> =>
  rows(
    test.db,
    `UPDATE settings SET data = data || jsonb_build_object('invitations', jsonb_build_object('perMinute', $1::int))`,
    [perMinute],
  );

/** All that is due now. */
export const workOn = (test: TestApp): Promise<void> => test.app.get(AccessRunsWorker).work();

/** A run after its dry run. */
export async function plannedRun(test: TestApp, client: Client, body: object): Promise<z.output<typeof AccessRunDto>> {
  const answer = await client.post('/access-runs', body);
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
  await workOn(test);
  return (await client.get<z.output<typeof AccessRunDto>>(`/access-runs/${answer.body.id}`)).body;
}

export const rowsOf = async (client: Client, id: string, query = ''): Promise<z.output<typeof AccessRunRowDto>[]> =>
  (await client.get<{ items: z.output<typeof AccessRunRowDto>[] }>(`/access-runs/${id}/rows?limit=100${query}`)).body
    .items;
