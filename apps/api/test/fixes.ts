import { expect } from 'vitest';
import type { z } from 'zod';
import type { AccessFindingDto } from '../src/credentials/access-check/access-check.dto.js';
import type { Client } from './client.js';

type Finding = Pick<z.output<typeof AccessFindingDto>, 'fix'>;

/** Of a rights profile, which has no route of its own to read it. */
const profileVersion = async (staff: Client, path: string): Promise<number | null> => {
  const profiles = (await staff.get('/rights-profiles')).body.items as { id: string; version?: number }[];
  return profiles.find(({ id }) => path.endsWith(id))?.version ?? null;
};

/** Calls the route that a finding names, with what a person would add. */
export async function pressFix(staff: Client, { fix }: Finding, added: object = {}) {
  if (!fix) throw new Error('There is nothing to press');
  const { method, path, body, version, needsInput } = fix;
  const known =
    path === '/settings'
      ? ((await staff.get('/settings')).body.version as number)
      : (version ?? (await profileVersion(staff, path)));
  const headers: Record<string, string> = known === null ? {} : { 'if-match': `"${known}"` };
  expect(needsInput || Object.keys(added).length === 0).toBe(true);
  const answer = await staff.send({
    method,
    path,
    body: body || needsInput ? { ...body, ...added } : undefined,
    headers,
  });
  expect([path, answer.status < 300, answer.body]).toMatchObject([path, true, expect.anything()]);
}
