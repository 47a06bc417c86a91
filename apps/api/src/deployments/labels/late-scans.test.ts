import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { recordOf } from '../../../test/sites.js';
import { signedInStaff } from '../../../test/staff.js';
import { insertLabel, insertPlace, type Place, scan } from '../../../test/visits.js';
import { first, rows } from '../../db/sql.js';
import { MessageKinds } from '../../notifications/message-kinds.js';

const test = useApp();
let assignee: string;
beforeAll(async () => {
  await signedInStaff(test, 'admin');
  assignee = (await signedInStaff(test, 'agent')).id;
});

const KIND = 'label-scanned-late';
const told = ({ customerId }: Place) =>
  rows<{ to: string; language: string; data: { deviceId: string } }>(
    test.db,
    `SELECT to_address AS "to", language, data FROM notifications WHERE kind = '${KIND}' AND customer_id = $1 ORDER BY to_address`,
    [customerId],
  );

/** A place with an assignee and an address, whose first label ended. */
async function withOldLabel(state: 'revoked' | 'superseded', grace = '-1 minute'): Promise<Place> {
  const place = await insertPlace(test);
  await insertLabel(test, place.deviceId);
  await rows(test.db, `UPDATE labels SET state = $2, grace_until = now() + $3::interval WHERE id = $1`, [
    place.label.id,
    state,
    grace,
  ]);
  await rows(
    test.db,
    `UPDATE deployments SET default_assignee_id = $2, notify_emails = '{hall@nordic.example}' WHERE id = $1`,
    [place.deploymentId, assignee],
  );
  return place;
}

describe('a label that ended and is scanned', () => {
  it.each(['revoked', 'superseded'] as const)(
    'tells assignee and addresses, once a day however often it is scanned: %s (D5)',
    async (state) => {
      const place = await withOldLabel(state);
      const staff = await first<{ email: string }>(test.db, `SELECT email FROM staff_members WHERE id = $1`, [
        assignee,
      ]);
      await Promise.all(Array.from({ length: 5 }, () => scan(test.client(), place.label)));
      expect((await told(place)).map(({ to }) => to)).toEqual(
        expect.arrayContaining(['hall@nordic.example', staff?.email]),
      );
      expect(await told(place)).toHaveLength(2);
      const late = (await recordOf(test, { device: place.deviceId })).filter(
        ({ action }) => action === 'label.scanned_late',
      );
      expect(late).toHaveLength(1);
      await rows(test.db, `UPDATE attempt_budgets SET next_at = now() WHERE kind = '${KIND}'`);
      await scan(test.client(), place.label);
      expect(await told(place)).toHaveLength(4);
    },
  );

  it('tells owners and admins where nobody is named, and says which device it is', async () => {
    const place = await withOldLabel('revoked');
    await rows(test.db, `UPDATE deployments SET default_assignee_id = NULL, notify_emails = '{}' WHERE id = $1`, [
      place.deploymentId,
    ]);
    await scan(test.client(), place.label);
    const admins = await rows<{ email: string }>(
      test.db,
      `SELECT email FROM staff_members WHERE role IN ('owner', 'admin') AND status = 'active' ORDER BY email`,
    );
    const messages = await told(place);
    expect(messages.map(({ to }) => to)).toEqual(admins.map(({ email }) => email));
    const facts = { id: place.deviceId, kind: KIND, ...messages[0], customerId: null };
    const filled = await test.app
      .get(MessageKinds)
      .get(KIND)
      ?.fill(test.db, facts as never);
    expect(filled).toMatchObject({
      values: {
        device: expect.stringMatching(/^Gate /),
        link: `${test.config.adminOrigin}/admin/devices/${place.deviceId}`,
      },
    });
    expect(JSON.stringify(filled)).not.toContain(place.label.secret);
  });

  it('tells nobody while its grace lasts, nor of a guess at its secret', async () => {
    const [inGrace, guessed] = [await withOldLabel('superseded', '1 day'), await withOldLabel('revoked')];
    await scan(test.client(), inGrace.label);
    await scan(test.client(), { ...guessed.label, secret: 'x'.repeat(22) });
    expect([await told(inGrace), await told(guessed)]).toEqual([[], []]);
  });
});
