import { expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { useApp } from '../app.js';
import { photo, setPortal } from '../reports.js';
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
  expect([...statuses].sort()).toEqual([415, 429]);
  expect(await counted()).toEqual([{ used: 0 }]);
  expect((await photo(await visiting(test, place))).status).toBe(201);
  expect(await counted()).toEqual([{ used: 1 }]);
});
