import { describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import { signedInStaff } from '../staff.js';
import { allRoutes, type Route } from './routes.js';

const test = useApp();

/** SES-6 by name: secrets shown, keys, where mail and links go, second steps, copies of data, erasure, roles, portal PINs. */
const NAMED = [
  'revealPin',
  'issuePin',
  'setContactPassword',
  'revealDeploymentPin',
  'setDeploymentPin',
  'createApiKey',
  'changeSettings',
  'sendTestMail',
  'sendTestSms',
  'startSecondFactor',
  'switchOffSecondFactor',
  'exportPerson',
  'eraseContact',
  'viewAsContact',
  'changeStaffMember',
];

/** What may be done with an old proof all the same: it only takes something away, or looks. */
const STOPS = new Set(['revokeApiKey', 'removeCarrier', 'lookForBounces']);
const GUARDED = new Set([
  'settings:write',
  'staff:write',
  'key:write',
  'export:run',
  'pin:reveal',
  'deployment_pin:reveal',
]);

const isGuarded = ({ name, access }: Route): boolean =>
  access?.kind === 'staff' && access.permission !== null && GUARDED.has(access.permission) && !STOPS.has(name);

describe('a session whose password was typed more than 15 minutes ago', () => {
  it('is asked for it by every act of SES-6, and by each that changes settings, staff or keys, or takes data out (SES-6)', async () => {
    const { client, id } = await signedInStaff(test, 'owner');
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      id,
    ]);
    const routes = allRoutes(test.app);
    const asked = routes.filter((route) => NAMED.includes(route.name) || isGuarded(route));
    expect(NAMED.filter((name) => !routes.some((route) => route.name === name))).toEqual([]);
    const answers = [];
    for (const { name, method, path } of asked) {
      const at = path.replace('/api/v1', '').replaceAll(/:[a-zA-Z]+/g, '01900000-0000-7000-8000-00000000dead');
      const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
      answers.push([name, (await client.send({ method, path: at, ...body })).body.code]);
    }
    expect(answers).toEqual(asked.map(({ name }) => [name, 'session.reauthentication_required']));
    expect(answers.length).toBeGreaterThan(30);
  });
});
