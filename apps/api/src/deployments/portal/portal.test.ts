import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../test/answer.js';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertPlace, type Place, stranger, tryPin, visiting } from '../../../test/visits.js';
import { newId } from '../../db/id.js';
import { first, rows } from '../../db/sql.js';

const test = useApp();
let agent: Client;
let place: Place;

beforeAll(async () => {
  agent = (await signedInStaff(test, 'agent')).client;
  place = await insertPlace(test);
});

const pathOf = (of: Place) => `/deployments/${of.deploymentId}/portal`;
const get = async (of: Place): Promise<Answer['body']> => (await agent.get(pathOf(of))).body;
const change = async (of: Place, body: unknown, version?: number): Promise<Answer> =>
  agent.patch(pathOf(of), body, { 'if-match': `"${version ?? (await get(of)).version}"` });
const events = (of: Place, action: string) =>
  rows<{ detail: Record<string, unknown> }>(
    test.db,
    `SELECT detail FROM audit_events WHERE deployment_id = $1 AND action = $2 ORDER BY id`,
    [of.deploymentId, action],
  );

describe('the options of a portal', () => {
  it('are read, and changed one by one, each recorded (S1.1, S1.5, S1.6, S1.7, S1.8)', async () => {
    const of = await insertPlace(test);
    const other = await get(place);
    expect(await get(of)).toMatchObject({
      isEnabled: true,
      hasPin: true,
      pinVersion: 1,
      pinLength: 4,
      wrongTries: 0,
      pausedAt: null,
      oldPinUntil: null,
    });
    const texts = { sv: { welcome: '**Hej**', instructions: '- ett\n- två', contact: '[Ring](tel:+46701740605)' } };
    const changed = await change(of, { texts, showsOpenCases: true, takesPhotos: true, languages: ['sv', 'en'] });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ texts, showsOpenCases: true, takesPhotos: true, askEmail: 'optional' });
    expect((await events(of, 'deployment_portal.changed'))[0]?.detail).toMatchObject({
      fields: ['texts', 'showsOpenCases', 'takesPhotos', 'languages'],
    });
    expect((await change(of, { showsOpenCases: true })).body.version).toBe(changed.body.version);
    expect(await get(place)).toEqual(other);
  });

  it('offer templates that exist, in the order given, or all (S1.9)', async () => {
    const [one, two, version] = [newId(), newId(), newId()];
    for (const id of [one, two])
      await rows(
        test.db,
        `INSERT INTO case_templates (id, name, key, icon, current_version_id) VALUES ($1, $2, $2, 'tool', $3)`,
        [id, `Template ${id}`, version],
      );
    expect((await change(place, { templateIds: [two, one] })).body.templateIds).toEqual([two, one]);
    expect((await change(place, { templateIds: null })).body.templateIds).toBeNull();
    for (const templateIds of [
      [one, newId()],
      [one, one],
    ])
      expect((await change(place, { templateIds })).body.errors[0]?.pointer).toBe('/templateIds');
  });

  it('keep a way back to the reporter, unless no reply is needed (S1.18)', async () => {
    const hidden = { askEmail: 'hidden', askPhone: 'hidden' };
    expect((await change(place, { ...hidden, allowsNoReply: false })).body.code).toBe('portal.no_way_back');
    expect((await change(place, hidden)).status).toBe(200);
    expect((await change(place, { allowsNoReply: false })).body.code).toBe('portal.no_way_back');
  });

  it.each([
    ['[x](javascript:alert(1))', 'link'],
    ['[x](data:text/html,x)', 'link'],
    ['[x](//evil.example)', 'link'],
    ['[x](/portal)', 'link'],
    ['[x](https://)', 'link'],
    ['![x](https://evil.example/x.png)', 'image'],
  ])('refuse %s in a text, with the place (D18)', async (text, code) => {
    const answer = await change(place, { texts: { en: { welcome: 'ok' }, sv: { contact: `Hej ${text}` } } });
    expect(answer.body.errors).toEqual([{ pointer: '/texts/sv/contact', code, detail: expect.any(String) }]);
  });

  it('refuse a text that is too long, an unknown language, an older version, and who may not', async () => {
    expect((await change(place, { texts: { en: { welcome: 'x'.repeat(5_001) } } })).status).toBe(422);
    expect((await change(place, { texts: { xx: { welcome: 'x' } } })).status).toBe(422);
    expect((await change(place, { languages: ['en', 'en'] })).status).toBe(422);
    expect((await change(place, { pin: '4938' })).status).toBe(422);
    expect((await change(place, { showsOpenCases: true }, 999)).status).toBe(412);
    expect((await agent.patch(pathOf(place), {})).status).toBe(428);
    expect((await agent.get(`/deployments/${newId()}/portal`)).status).toBe(404);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.get(pathOf(place))).status).toBe(200);
    expect((await viewer.patch(pathOf(place), {}, { 'if-match': '"1"' })).status).toBe(403);
  });
});

describe('a portal', () => {
  it('is disabled and enabled; visits end with it and do not come back (S1.2, INV-8)', async () => {
    const of = await insertPlace(test);
    const visitor = await visiting(test, of);
    expect((await agent.post(`${pathOf(of)}/disable`)).body.isEnabled).toBe(false);
    expect((await visitor.get('/portal/visit')).status).toBe(401);
    expect((await tryPin(test.client(), of.label, of.pin)).status).toBe(401);
    const enabled = await agent.post(`${pathOf(of)}/enable`);
    expect(enabled.body).toMatchObject({ pin: null, portal: { isEnabled: true, pinVersion: 1 } });
    expect((await visitor.get('/portal/visit')).status).toBe(401);
    expect((await tryPin(visitor, of.label, of.pin)).status).toBe(200);
    for (const action of ['deployment_portal.disabled', 'deployment_portal.enabled'])
      expect(await events(of, action)).toHaveLength(1);
  });

  it('makes a PIN of four digits when it is enabled without one, and shows it this once (S1.3, S1.14)', async () => {
    const of = await insertPlace(test);
    await rows(
      test.db,
      `UPDATE deployment_portals SET is_enabled = false, pin_hash = NULL, pin_sealed = NULL, pin_version = 0, pin_length = NULL WHERE deployment_id = $1`,
      [of.deploymentId],
    );
    expect((await agent.post(`${pathOf(of)}/pin/reveal`)).body.code).toBe('portal.no_pin');
    const { pin, portal } = (await agent.post(`${pathOf(of)}/enable`)).body;
    expect(pin).toMatch(/^\d{4}$/);
    expect(portal).toMatchObject({ isEnabled: true, hasPin: true, pinVersion: 1, pinLength: 4 });
    expect((await agent.post(`${pathOf(of)}/enable`)).body.pin).toBeNull();
    expect((await tryPin(test.client(), of.label, pin)).status).toBe(200);
  });

  it('is not enabled at a deployment that is not active', async () => {
    const of = await insertPlace(test);
    await rows(test.db, `UPDATE deployments SET status = 'inactive' WHERE id = $1`, [of.deploymentId]);
    expect((await agent.post(`${pathOf(of)}/enable`)).body.code).toBe('deployment.inactive');
  });

  it('says that its PIN is older than the company advises; it goes on working (S1.15, A15)', async () => {
    const of = await insertPlace(test);
    expect(await get(of)).toMatchObject({ isPinDue: false });
    const age = `UPDATE deployment_portals SET pin_set_at = now() - interval '13 months' WHERE deployment_id = $1`;
    await rows(test.db, age, [of.deploymentId]);
    expect(await get(of)).toMatchObject({ isPinDue: true });
    expect((await tryPin(test.client(), of.label, of.pin)).status).toBe(200);
  });

  it('lets strangers try again when staff lift the pause (D4.3)', async () => {
    const of = await insertPlace(test);
    for (let n = 0; n < 20; n += 1) await tryPin(await stranger(test, of.label), of.label, '7302');
    await rows(test.db, `UPDATE attempt_budgets SET used = 100 WHERE kind = 'visit-portal' AND used = 20`);
    expect(await get(of)).toMatchObject({ wrongTries: 100, pausedAt: expect.any(String) });
    expect((await tryPin(await stranger(test, of.label), of.label, of.pin)).status).toBe(401);
    expect((await agent.post(`${pathOf(of)}/pause/lift`, {})).status).toBe(422);
    const reason = 'A school class tried for fun';
    const lifted = await agent.post(`${pathOf(of)}/pause/lift`, { reason });
    expect(lifted.body).toMatchObject({ wrongTries: 0, pausedAt: null });
    expect((await tryPin(test.client(), of.label, of.pin)).status).toBe(200);
    expect((await events(of, 'deployment_portal.pause_lifted'))[0]?.detail).toMatchObject({ wrongTries: 100, reason });
    expect(
      await first(test.db, `SELECT told_tries AS n FROM deployment_portals WHERE deployment_id = $1`, [
        of.deploymentId,
      ]),
    ).toEqual({ n: 0 });
  });
});
