import { beforeAll, describe, expect, it } from 'vitest';
import { ExpiryService } from '../../credentials/expiry.service.js';
import { VisitExpiry } from '../../deployments/visits/visit-expiry.service.js';
import { rows } from '../../db/sql.js';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { opened, reportByLabel, setPortal } from '../../../test/reports.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertPlace, type Place, visiting } from '../../../test/visits.js';
import { FollowExpiry } from './follow-expiry.service.js';

const test = useApp();
let staff: Client;
let place: Place;
beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  place = await insertPlace(test);
  await setPortal(test, place, { shows_open_cases: true });
});

const ended = (caseId: string, days: number) =>
  rows(test.db, `UPDATE case_follows SET expires_at = now() - make_interval(days => $2) WHERE case_id = $1`, [
    caseId,
    days,
  ]);

describe('what visitors leave behind', () => {
  it('is forgotten 90 days after a follow link ended; whose messages are whose stays known (D24)', async () => {
    const visit = await visiting(test, place);
    const reporter = { name: 'canary-name', email: 'canary@nordic.example' };
    const { body: report } = await reportByLabel(visit, { reporter });
    const follower = await visiting(test, place);
    const join = { reporter: { name: 'Ravi' }, fileIds: [], language: 'de' };
    await follower.post(`/portal/visit/cases/${report.id}/follow`, join);
    const list = async () => (await staff.get(`/cases/${report.id}/follows`)).body.items;
    await ended(report.id, 89);
    await test.app.get(FollowExpiry).sweep();
    expect((await list()).map(({ name }) => name)).toEqual(['canary-name', 'Ravi']);
    await ended(report.id, 91);
    await test.app.get(FollowExpiry).sweep();
    expect(await list()).toMatchObject([{ isReporter: true, name: null, email: null, state: 'expired' }]);
    const { items } = (await staff.get(`/cases/${report.id}/messages`)).body;
    expect(items[0]?.author).toMatchObject({ kind: 'visitor', isFollower: false });
    expect(await rows(test.db, `SELECT 1 FROM case_follows WHERE email IS NOT NULL`)).toEqual([]);
  });

  it('goes in portions, and what is still in use stays', async () => {
    const { body: report } = await reportByLabel(await visiting(test, place));
    const follow = await opened(test, report.followLink);
    await rows(
      test.db,
      `INSERT INTO case_follows (id, case_id, token_hash, is_reporter, name, expires_at)
       SELECT gen_random_uuid(), $1, 'old-' || n, false, 'Old', now() - interval '91 days' FROM generate_series(1, 2300) n`,
      [report.id],
    );
    await test.app.get(FollowExpiry).sweep();
    expect(await rows(test.db, `SELECT 1 FROM case_follows WHERE token_hash LIKE 'old-%'`)).toEqual([]);
    expect((await follow.get('/portal/follow')).status).toBe(200);
  });

  it('ends with the sessions of visits and links, and with browsers that nobody came back with', async () => {
    const visit = await visiting(test, place);
    await opened(test, (await reportByLabel(visit)).body.followLink);
    const sessions = () => rows(test.db, `SELECT 1 FROM sessions WHERE kind IN ('visit', 'follow')`);
    const browsers = () => rows(test.db, `SELECT 1 FROM visit_browsers`);
    const sweep = async () => {
      await test.app.get(ExpiryService).sweep();
      await test.app.get(VisitExpiry).sweep();
    };
    await sweep();
    expect([(await sessions()).length, (await browsers()).length].every((count) => count > 0)).toBe(true);
    await rows(test.db, `UPDATE sessions SET expires_at = now() WHERE kind IN ('visit', 'follow')`);
    await rows(test.db, `UPDATE visit_browsers SET expires_at = now() - interval '91 days'`);
    await sweep();
    expect([await sessions(), await browsers()]).toEqual([[], []]);
  });
});
