import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { opened, reportByLabel } from '../../../test/reports.js';
import { insertPlace, visiting } from '../../../test/visits.js';
import { newId } from '../../db/id.js';
import { first, rows } from '../../db/sql.js';

const test = useApp();
let link: { follow: string; secret: string };
let followLink: string;
beforeAll(async () => {
  ({ followLink } = (await reportByLabel(await visiting(test, await insertPlace(test)))).body);
  const [, follow = '', secret = ''] = /#(.{36})\.(.{43})$/.exec(followLink) ?? [];
  link = { follow, secret };
});

const open = (body: object = link) => test.client().post('/portal/follow/session', body);
const confirm = () => test.client().post('/portal/follow/email/confirm', { follow: newId(), token: 'x'.repeat(43) });
const used = (kind: string) =>
  first(test.db, `SELECT sum(used)::int AS used FROM attempt_budgets WHERE kind = $1`, [kind]);
const spend = (kind: string) => rows(test.db, `UPDATE attempt_budgets SET used = 1000 WHERE kind = $1`, [kind]);
const forget = () => rows(test.db, `DELETE FROM attempt_budgets WHERE kind LIKE 'follow-%'`);

describe('how often follow links are opened (D6)', () => {
  it('is limited for one link; its network and other links go on', async () => {
    await forget();
    await opened(test, followLink);
    expect([await used('follow-openings'), await used('follow-link')]).toEqual([{ used: 1 }, { used: 0 }]);
    await spend('follow-openings');
    expect(await open()).toMatchObject({ status: 429, body: { code: 'request.too_many' } });
    expect(await used('follow-link')).toEqual({ used: 0 });
    const other = (await reportByLabel(await visiting(test, await insertPlace(test)))).body;
    await opened(test, other.followLink);
  });

  it('is not spent by who does not know the secret', async () => {
    await forget();
    const wrong = { ...link, secret: 'x'.repeat(43) };
    expect((await open(wrong)).status).toBe(410);
    await spend('follow-openings');
    expect((await open(wrong)).status).toBe(429);
    await opened(test, followLink);
  });

  it('is limited for a network by its wrong links, those that confirm an address included', async () => {
    await forget();
    expect((await confirm()).status).toBe(410);
    expect((await open({ ...link, secret: 'y'.repeat(43) })).status).toBe(410);
    expect(await used('follow-link')).toEqual({ used: 2 });
    await spend('follow-link');
    expect((await confirm()).status).toBe(429);
    expect((await open()).status).toBe(429);
    await forget();
    await opened(test, followLink);
  });
});
