import { expect, it } from 'vitest';
import { newId } from '../../src/db/id.js';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import { solve } from '../challenges.js';
import { photo, reportByLabel, setPortal } from '../reports.js';
import { signedInStaff } from '../staff.js';
import { insertPlace, visiting } from '../visits.js';

const test = useApp();

const counted = () => rows(test.db, `SELECT used FROM attempt_budgets WHERE kind = 'visit-photos'`);

it('one browser with the PIN cannot use up the photos of its site by sending what is none, or more than it may (D19)', async () => {
  const place = await insertPlace(test);
  await setPortal(test, place, { takes_photos: true });
  const vandal = await visiting(test, place);
  const garbage = () =>
    vandal.post('/portal/visit/files?name=x.png', Buffer.from('no picture'), { 'content-type': 'image/png' });
  const statuses = new Set<number>();
  for (let n = 0; n < 62; n += 1) statuses.add((await garbage()).status);
  expect([...statuses].toSorted((one, other) => one - other)).toEqual([415, 429]);
  expect(await counted()).toEqual([{ used: 0 }]);
  expect((await photo(await visiting(test, place))).status).toBe(201);
  expect(await counted()).toEqual([{ used: 1 }]);
});

it('a report that needed a proof of work is one case when its answer got lost and it is sent again without (POR-8, R29)', async () => {
  const place = await insertPlace(test);
  const phone = await visiting(test, place);
  expect((await reportByLabel(phone)).status).toBe(201);
  await rows(test.db, `UPDATE attempt_budgets SET used = 30 WHERE kind = 'visit-cases-deployment'`);
  const key = newId();
  const { body } = await reportByLabel(phone, {}, key);
  expect(body.code).toBe('visit.challenge_required');
  const solved = { challenge: await solve(body.challenge) };
  const made = await reportByLabel(phone, solved, key);
  expect(made.status).toBe(201);
  expect((await reportByLabel(phone, {}, key)).body).toEqual(made.body);
  expect((await reportByLabel(phone, { description: 'Another' }, key)).body.code).toBe('idempotency.key_reused');
});

it('a visit that a portal lost while it was disabled does not come back when it is enabled (INV-8)', async () => {
  const place = await insertPlace(test);
  const phone = await visiting(test, place);
  // As when the PIN was given in the moment in which staff disabled it: the visit came after all others had ended.
  await rows(test.db, `UPDATE deployment_portals SET is_enabled = false WHERE deployment_id = $1`, [
    place.deploymentId,
  ]);
  expect((await phone.get('/portal/visit')).status).toBe(401);
  const { client } = await signedInStaff(test, 'admin');
  expect((await client.post(`/deployments/${place.deploymentId}/portal/enable`)).status).toBe(200);
  expect((await phone.get('/portal/visit')).status).toBe(401);
});
