import { newId } from '../../src/db/id.js';
import { rows } from '../../src/db/sql.js';
import { type Permission, permissionsOf } from '../../src/http/permissions.js';
import { RIGHTS } from '../../src/http/rights.js';
import { SessionCookies } from '../../src/sessions/cookies.js';
import { SessionsService } from '../../src/sessions/sessions.service.js';
import type { TestApp } from '../app.js';
import type { Client } from '../client.js';
import { following } from '../follows.js';
import { signedInStaff } from '../staff.js';
import { insertPlace, visiting } from '../visits.js';
import type { Route } from './routes.js';

/** Somebody who calls routes, and what the declarations say about whether it may. */
export interface Caller {
  name: string;
  client: (route: Route) => Client;
  mayCall: (route: Route) => boolean;
}

/** A person at one customer of their own, with every right, and a browser in which the person is signed in. */
export async function signedInContact(
  test: TestApp,
  options: { choose: boolean },
): Promise<{ client: Client; customerId: string; contactId: string; identityId: string }> {
  const [profile, customerId, contactId, identityId] = [newId(), newId(), newId(), newId()];
  const { db } = test;
  await rows(db, `INSERT INTO rights_profiles (id, name, rights) VALUES ($1, $2, $3)`, [
    profile,
    `Everything ${profile}`,
    [...RIGHTS],
  ]);
  await rows(
    db,
    `INSERT INTO customers (id, number, name, name_key, rights_profile_id) VALUES ($1, $2, 'Svea Bygg', 'svea bygg', $3)`,
    [customerId, customerId, profile],
  );
  await rows(db, `INSERT INTO identities (id, email, email_key) VALUES ($1, $2, $2)`, [
    identityId,
    `${identityId}@svea.example`,
  ]);
  await rows(
    db,
    `INSERT INTO contacts (id, customer_id, identity_id, first_name, name_key, access) VALUES ($1, $2, $3, 'Eva', 'eva', 'active')`,
    [contactId, customerId, identityId],
  );
  const session = await test.app.get(SessionsService).open(db, {
    kind: 'contact',
    identityId,
    contactId: options.choose ? contactId : null,
    method: 'password',
    ip: '127.0.0.1',
  });
  const client = test.client();
  const setCookie = (name: string, value: string) => client.cookies.set(name, value);
  test.app.get(SessionCookies).write({ setCookie } as never, 'contact', session);
  return { client, customerId, contactId, identityId };
}

async function expiredSession(test: TestApp): Promise<Client> {
  const { client, id } = await signedInStaff(test, 'owner');
  await rows(test.db, `UPDATE sessions SET expires_at = now() - interval '1 second' WHERE staff_id = $1`, [id]);
  return client;
}

/** A browser that sends a key with one scope. */
async function withKey(test: TestApp, scope: Permission): Promise<Client> {
  const { client } = await signedInStaff(test, 'owner');
  const { key } = (await client.post('/api-keys', { name: scope, scopes: [scope], expiresInDays: 1 })).body as {
    key: string;
  };
  const other = test.client();
  other.headers.authorization = `Bearer ${key}`;
  return other;
}

const isAnyone = (route: Route): boolean => route.access?.kind === 'anyone';
const isVisitorOf = (route: Route, of: 'device' | 'case'): boolean =>
  route.access?.kind === 'visitor' && route.access.of === of;
const permissionOf = (route: Route): Permission | null | undefined =>
  route.access?.kind === 'staff' ? route.access.permission : undefined;

/** A browser before one device, and one that opened a follow link: each has its own routes and no others (POR-11). */
async function visitors(test: TestApp): Promise<Caller[]> {
  const place = await insertPlace(test);
  const [visit, follow] = [await visiting(test, place), await following(test, place.customerId)];
  return [
    { name: 'visit', client: () => visit, mayCall: (route) => isAnyone(route) || isVisitorOf(route, 'device') },
    { name: 'follow', client: () => follow.client, mayCall: (route) => isAnyone(route) || isVisitorOf(route, 'case') },
  ];
}

/** The callers of the matrix (D20, G7). A key always carries a scope that the route does not ask for. */
export async function callers(test: TestApp): Promise<Caller[]> {
  const [noCompany, contact, viewer] = [
    await signedInContact(test, { choose: false }),
    await signedInContact(test, { choose: true }),
    await signedInStaff(test, 'viewer'),
  ];
  const [expired, caseKey, auditKey] = [
    await expiredSession(test),
    await withKey(test, 'case:read'),
    await withKey(test, 'audit:read'),
  ];
  const viewerMay = permissionsOf('viewer');
  return [
    { name: 'anonymous', client: () => test.client(), mayCall: isAnyone },
    { name: 'expired session', client: () => expired, mayCall: isAnyone },
    {
      name: 'contact without company',
      client: () => noCompany.client,
      mayCall: (route) => isAnyone(route) || (route.access?.kind === 'contact' && route.access.beforeCompany),
    },
    {
      name: 'contact',
      client: () => contact.client,
      mayCall: (route) => isAnyone(route) || route.access?.kind === 'contact',
    },
    {
      name: 'viewer',
      client: () => viewer.client,
      mayCall: (route) =>
        isAnyone(route) || permissionOf(route) === null || viewerMay.has(permissionOf(route) as Permission),
    },
    {
      name: 'key without the scope',
      client: (route) => (permissionOf(route) === 'case:read' ? auditKey : caseKey),
      mayCall: isAnyone,
    },
    ...(await visitors(test)),
  ];
}
