import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { useApp } from '../../../test/app.js';
import { aCustomer } from '../../../test/case-people.js';
import { seqScans } from '../../../test/plans.js';
import { insertDevice, insertPlace, type Place } from '../../../test/visits.js';
import { CaseQuery } from '../case.dto.js';
import { findCases } from './case-filter.js';

const test = useApp();
let place: Place;
let deviceId: string;

/** 30,000 cases, most by the portal; a thousand at one deployment, a hundred of them about one device. */
beforeAll(async () => {
  place = await insertPlace(test, { customerId: await aCustomer(test) });
  ({ deviceId } = await insertDevice(test, place.deploymentId));
  await rows(
    test.db,
    `INSERT INTO cases (id, number, customer_id, subject, source, status, deployment_id, device_id, activity_at)
     SELECT gen_random_uuid(), 100000 + n, $1, 'Case ' || n, CASE WHEN n % 30 = 0 THEN 'label' WHEN n % 3000 = 1 THEN 'api' ELSE 'portal' END, 'closed',
            CASE WHEN n % 30 = 0 THEN $2::uuid END, CASE WHEN n % 300 = 0 THEN $3::uuid WHEN n % 30 = 0 THEN $4::uuid END, now() - n * interval '1 minute'
       FROM generate_series(1, 30000) n`,
    [place.customerId, place.deploymentId, deviceId, place.deviceId],
  );
  await rows(test.db, `ANALYZE cases`);
}, 60_000);

describe('the inbox by device, deployment and source', () => {
  it.each([
    ['deviceId', () => deviceId],
    [
      'deviceId, the last year of it',
      () => deviceId,
      { activeSince: new Date(Date.now() - 365 * 86_400_000).toISOString() },
    ],
    ['deploymentId', () => place.deploymentId],
    ['source', () => 'label'],
    ['source', () => 'api'],
  ] as [string, () => string, object?][])('by %s never reads all cases', async (field, value, more = {}) => {
    const [name = ''] = field.split(',');
    const { sql: list, values } = findCases(CaseQuery.parse({ [name]: value(), ...more }), newId(), undefined);
    const sql = `SELECT k.id FROM (${list}) k WHERE $1::uuid IS NOT NULL`;
    expect(await seqScans(test.db, { sql, values })).toEqual([]);
    const [plan] = await rows<{ 'QUERY PLAN': unknown }>(test.db, `EXPLAIN (FORMAT JSON) ${sql}`, values);
    expect(JSON.stringify(plan)).toMatch(/ix_cases_(device|deployment|source)/);
  });
});
