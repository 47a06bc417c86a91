import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { loadDevices, manyId } from '../../test/many-devices.js';
import { indexesUsed } from '../../test/plans.js';
import { rows } from '../db/sql.js';
import { DeploymentQuery } from './deployment.dto.js';
import { deploymentListing } from './deployment-list.js';
import { DeviceQuery } from './device.dto.js';
import { deviceListing } from './device-list.js';

/** 1,000,000 shows the figures of docs/performance.md; the plans are the same from here on. */
const DEVICES = Number(process.env.DEVICES ?? 60_000);

/** Rows are counted once for each step of a plan; a list that read the devices from end to end would look at more. */
const MOST = 20_000;

const test = useApp();

beforeAll(() => loadDevices(test.db, DEVICES), 900_000);

const some = (of: 'deployment' | 'customer') => manyId(of, 7);

interface Executed {
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Actual Loops': number;
  Plans?: Executed[];
}

const touched = (plan: Executed): number =>
  (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) *
    plan['Actual Loops'] +
  (plan.Plans ?? []).reduce((sum, child) => sum + touched(child), 0);

/** Rows that the statement really looked at, summed over its steps, and how long it took. */
async function cost(statement: { sql: string; values: unknown[] }): Promise<{ rows: number; milliseconds: number }> {
  const [answer] = await rows<{ 'QUERY PLAN': [{ Plan: Executed; 'Execution Time': number }] }>(
    test.db,
    `EXPLAIN (ANALYZE, FORMAT JSON) ${statement.sql}`,
    statement.values,
  );
  const [found] = answer?.['QUERY PLAN'] ?? [];
  return { rows: found ? touched(found.Plan) : Number.NaN, milliseconds: found?.['Execution Time'] ?? Number.NaN };
}

const show = (what: string, { rows: seen, milliseconds }: { rows: number; milliseconds: number }): void => {
  if (process.env.DEVICES) process.stdout.write(`| ${what} | ${seen} | ${milliseconds.toFixed(2)} |\n`);
};

describe('the list of devices, with many of them', () => {
  it.each([
    ['all', {}],
    ['newest', { sort: 'newest' }],
    ['of a deployment', { deploymentId: some('deployment') }],
    ['of a deployment, never scanned', { deploymentId: some('deployment'), label: 'never_scanned' }],
    ['of a customer', { customerId: some('customer') }],
    ['of a customer, newest', { customerId: some('customer'), sort: 'newest' }],
    ['of a model', { model: 'Maker 17' }],
    ['of a model that nobody has', { model: 'Nobody' }],
    ['with a usual tag', { tag: 'usual' }],
    ['with a rare tag', { tag: 'rare' }],
    ['retired', { status: 'retired' }],
    ['without label', { label: 'none' }],
    ['never scanned', { label: 'never_scanned' }],
    ['in use', { label: 'live' }],
    ['words of name and position', { q: 'pump gate' }],
    ['a serial number', { q: 'sn-4711' }],
    ['a rare word', { q: 'x59999' }],
    ['a word of two letters', { q: 'pu' }],
    ['words in one deployment', { q: 'gate 1', deploymentId: some('deployment') }],
    ['words at one customer', { q: 'pump', customerId: some('customer') }],
  ])('looks at few rows: %s', async (what, query) => {
    const listing = deviceListing(DeviceQuery.parse(query));
    if (!listing) throw new Error('no statement');
    const spent = await cost(listing);
    show(`devices: ${what}`, spent);
    expect(spent.rows).toBeLessThan(MOST);
  });
});

describe('the list of deployments, with many of them', () => {
  it.each([
    ['all', {}],
    ['newest', { sort: 'newest' }],
    ['of a customer', { customerId: some('customer') }],
    ['inactive', { status: 'inactive' }],
    ['with a portal', { portal: 'on' }],
    ['without a portal', { portal: 'off' }],
    ['with an old PIN', { portal: 'pin_due' }],
    ['words of name and city', { q: 'hall city7' }],
    ['name of a customer', { q: 'werk 12' }],
  ])('looks at few rows: %s', async (what, query) => {
    const listing = deploymentListing(DeploymentQuery.parse(query), 12);
    if (!listing) throw new Error('no statement');
    const spent = await cost(listing);
    show(`deployments: ${what}`, spent);
    expect(spent.rows).toBeLessThan(MOST);
  });

  it.each([{}, { sort: 'newest' }])('starts at the old PINs where they are few (A15): %j', async (query) => {
    const listing = deploymentListing(DeploymentQuery.parse({ ...query, portal: 'pin_due' }), 12);
    expect(listing && (await indexesUsed(test.db, listing))).toContain('ix_deployment_portals_pin_set_at');
  });
});
