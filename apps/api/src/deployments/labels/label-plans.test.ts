import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { insertPlace } from '../../../test/visits.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { LabelQuery } from './label.dto.js';
import { labelListing } from './label-list.js';

const test = useApp();
/** Each insert stays below the limit of a statement's time. */
const BATCHES = 5;
const BATCH = 4_000;
let deploymentId: string;
let deviceId: string;
/** Has nearly all labels there are. */
let elsewhere: string;

beforeAll(async () => {
  ({ deploymentId, deviceId } = await insertPlace(test));
  const { customerId } = await insertPlace(test);
  elsewhere = newId();
  await rows(
    test.db,
    `INSERT INTO deployments (id, customer_id, name, name_key, time_zone) VALUES ($1, $2, 'Elsewhere', 'elsewhere', 'UTC')`,
    [elsewhere, customerId],
  );
  const insert = () =>
    rows(
      test.db,
      `WITH made AS (
       INSERT INTO devices (id, deployment_id, name, name_key, active_label_id)
       SELECT gen_random_uuid(), $1, 'Device ' || n, 'device ' || n, gen_random_uuid() FROM generate_series(1, ${BATCH}) n RETURNING id, active_label_id)
     INSERT INTO labels (id, public_id, secret_hash, code_hash, sealed, device_id, state, first_scan_at, late_scan_at, created_at)
     SELECT active_label_id, left(md5(id::text), 12), 'none', 'none', '', id, CASE WHEN random() < 0.01 THEN 'revoked' ELSE 'active' END,
            CASE WHEN random() < 0.9 THEN now() END, CASE WHEN random() < 0.01 THEN now() END, now() - random() * interval '300 days' FROM made`,
      [elsewhere],
    );
  for (let batch = 0; batch < BATCHES; batch += 1) await insert();
  await rows(test.db, 'ANALYZE labels');
  await rows(test.db, 'ANALYZE devices');
}, 60_000);

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  Plans?: Plan[];
}

const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];

describe('lists of labels', () => {
  it.each([
    ['everything', () => ({})],
    ['a device', () => ({ deviceId })],
    ['a deployment', () => ({ deploymentId })],
    ['those that nobody scanned', () => ({ list: 'never_scanned' })],
    ['those that were scanned late', () => ({ list: 'scanned_late' })],
    ['those of a deployment that nobody scanned', () => ({ list: 'never_scanned', deploymentId })],
    ['those of a large deployment', () => ({ deploymentId: elsewhere })],
    ['those of a large deployment that were scanned late', () => ({ list: 'scanned_late', deploymentId: elsewhere })],
    ['those that were revoked', () => ({ state: 'revoked' })],
  ])('read %s from an index, a page at a time, however many there are (P12, S1.12)', async (_, query) => {
    const { sql, values } = labelListing(LabelQuery.parse(query()));
    const [answer] = await rows<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      test.db,
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      values,
    );
    const nodes = answer ? flat(answer['QUERY PLAN'][0].Plan) : [];
    const read = nodes.filter((node) => node['Relation Name'] === 'labels' || node['Relation Name'] === 'devices');
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
    expect(Math.max(...read.map((node) => node['Actual Rows'] ?? 0))).toBeLessThan(100);
  });
});
