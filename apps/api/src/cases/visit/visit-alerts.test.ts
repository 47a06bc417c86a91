import { describe, expect, it } from 'vitest';
import { first, rows } from '../../db/sql.js';
import { type Filled, MessageKinds } from '../../notifications/message-kinds.js';
import { useApp } from '../../../test/app.js';
import { solve } from '../../../test/challenges.js';
import { reportByLabel } from '../../../test/reports.js';
import { insertPlace, type Place, visiting } from '../../../test/visits.js';

const test = useApp();

async function filled(place: Place, kind: string): Promise<Filled> {
  const notification = await first<Record<string, never>>(
    test.db,
    `SELECT id, kind, language, customer_id AS "customerId", case_id AS "caseId", data FROM notifications WHERE customer_id = $1 AND kind = $2 ORDER BY id LIMIT 1`,
    [place.customerId, kind],
  );
  return test.app
    .get(MessageKinds)
    .get(kind)
    ?.fill(test.db, notification as never) as Promise<Filled>;
}

const listen = (place: Place) =>
  rows(test.db, `UPDATE deployments SET notify_emails = '{hall@nordic.example}' WHERE id = $1 RETURNING id`, [
    place.deploymentId,
  ]);

describe('what the alerts say (S1.x3)', () => {
  it('is the device, the deployment and how to reach the reporter, with a link for staff', async () => {
    const place = await insertPlace(test);
    await listen(place);
    const reporter = { name: 'Eva {{case_link}}', email: 'eva@nordic.example' };
    const { id, number } = (await reportByLabel(await visiting(test, place), { reporter })).body;
    const { values } = await filled(place, 'visit-case-opened');
    expect(values).toMatchObject({
      case_number: String(number),
      case_subject: 'It stands still.',
      device_name: expect.stringMatching(/^Gate/),
      deployment_name: expect.stringMatching(/^Terminal/),
      reporter: 'Eva {{case_link}}, eva@nordic.example',
      message_text: 'It stands still.\nSince noon.',
    });
    expect(values.case_link).toMatch(new RegExp(`/admin/cases/${id}$`));
  });

  it('is in the digest every report of its minute that had no alert of its own', async () => {
    const place = await insertPlace(test);
    await listen(place);
    for (let phone = 0; phone < 3; phone += 1) {
      const client = await visiting(test, place);
      for (let report = 0; report < 4; report += 1)
        await reportByLabel(client, { subject: `Report ${phone}${report}` });
    }
    const { values } = await filled(place, 'visit-case-digest');
    expect(values.case_count).toBe('2');
    expect(values.case_list).toMatch(/^#\d+ Report 22\n#\d+ Report 23$/);
  });
});

describe('the proof of work above thirty reports an hour (POR-8)', () => {
  it('lets one report through when it is solved, and no second one', async () => {
    const place = await insertPlace(test);
    for (let phone = 0; phone < 6; phone += 1) {
      const client = await visiting(test, place);
      for (let report = 0; report < 5; report += 1) await reportByLabel(client);
    }
    const client = await visiting(test, place);
    const refused = await reportByLabel(client);
    expect(refused.body.code).toBe('visit.challenge_required');
    const challenge = await solve(refused.body.challenge);
    const counter = challenge.solution.counter + 1;
    const [solved, wrong] = [{ challenge }, { challenge: { ...challenge, solution: { counter, derivedKey: '00' } } }];
    expect((await reportByLabel(client, wrong)).body.code).toBe('visit.challenge_required');
    expect((await reportByLabel(client, solved)).status).toBe(201);
    expect((await reportByLabel(client, solved)).body.code).toBe('visit.challenge_required');
  }, 60_000);
});
