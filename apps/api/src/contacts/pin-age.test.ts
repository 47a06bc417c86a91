import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { aPerson, messagesAbout, PIN_MESSAGE, pinOf, signIn } from '../../test/logins.js';
import { workbookOf } from '../../test/sheets.js';
import { signedInStaff } from '../../test/staff.js';
import { rows } from '../db/sql.js';

describe('how old PINs are (A15)', () => {
  const test = useApp();
  let owner: Client;

  beforeAll(async () => {
    owner = (await signedInStaff(test, 'owner')).client;
  });

  /** Eva, with a PIN in use that was set so many months ago. */
  async function pinFrom(months: number) {
    const eva = await aPerson(owner);
    const pin = await pinOf(owner, eva.id);
    expect((await signIn(test, eva.phone, pin)).answer.status).toBe(200);
    await rows(
      test.db,
      `UPDATE credentials SET set_at = now() - make_interval(months => $2) WHERE identity_id = (SELECT identity_id FROM contacts WHERE id = $1)`,
      [eva.id, months],
    );
    return { ...eva, pin };
  }
  const idsOf = async (filter: string): Promise<string[]> =>
    (await owner.get(`/contacts?pin=${filter}`)).body.items.map(({ id }: { id: string }) => id);
  const warnings = async (id: string): Promise<unknown> => (await owner.get(`/contacts/${id}/access`)).body.warnings;
  const advise = async (adviceMonths: number) => {
    const { version } = (await owner.get('/settings')).body;
    const answer = await owner.patch('/settings', { pins: { adviceMonths } }, { 'if-match': `"${version}"` });
    expect(answer.status).toBe(200);
  };

  it('stands in the list and on the person, by the age the company advises (A15)', async () => {
    const [old, young] = [await pinFrom(13), await pinFrom(11)];
    expect(await idsOf('due')).toEqual([old.id]);
    expect(await warnings(old.id)).toEqual(['pin_due']);
    expect((await owner.get(`/contacts/${young.id}`)).body).toMatchObject({
      isPinDue: false,
      pinSetAt: expect.any(String),
    });
    const since = await rows<{ at: Date }>(
      test.db,
      `SELECT set_at AS at FROM credentials WHERE kind = 'pin' AND state = 'active' ORDER BY set_at`,
    );
    const { lines } = await workbookOf(owner, '/exports/contacts.xlsx');
    const exported = lines.slice(1).map((cells) => Date.parse(String(cells.at(-1))));
    expect(exported.filter((at) => !Number.isNaN(at)).toSorted((a, b) => a - b)).toEqual(
      since.map(({ at }) => at.getTime()),
    );
    await advise(6);
    expect((await idsOf('due')).toSorted()).toEqual([old.id, young.id].toSorted());
    expect((await owner.get(`/contacts/${young.id}`)).body.isPinDue).toBe(true);
    await advise(0);
    expect(await idsOf('due')).toEqual([]);
    expect(await warnings(old.id)).toEqual([]);
    await advise(12);
  });

  it('is mended by sending new ones: the old works until the new is used, and nobody is lost on the way (INV-1, INV-3, D3)', async () => {
    const [eva, ola] = [await pinFrom(20), await pinFrom(20)];
    const contactIds = [eva.id, ola.id];
    const sent = await owner.post('/credential-sends', { contactIds, draft: PIN_MESSAGE });
    expect(sent.body.sent).toHaveLength(2);
    expect((await idsOf('renewing')).toSorted()).toEqual(contactIds.toSorted());
    expect(await idsOf('due')).not.toEqual(expect.arrayContaining(contactIds));
    expect(await messagesAbout(test, eva.id)).toHaveLength(1);

    const fresh = (await owner.post(`/contacts/${eva.id}/pin/reveal`, { reason: 'Read out on the phone' })).body.pin;
    expect((await signIn(test, ola.phone, ola.pin)).answer.status).toBe(200);
    expect((await signIn(test, eva.phone, eva.pin)).answer.status).toBe(200);
    expect(await idsOf('renewing')).toEqual([]);
    expect((await signIn(test, eva.phone, fresh)).answer.status).toBe(401);
  });

  it('is asked for in words that exist', async () => {
    expect((await owner.get('/contacts?pin=old')).status).toBe(400);
  });
});
