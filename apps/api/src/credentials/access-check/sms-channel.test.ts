import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { startApp, useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { pressFix } from '../../../test/fixes.js';
import { aPerson, aPhone, passwordOf } from '../../../test/logins.js';
import { enqueue, registerTestKind } from '../../../test/messages.js';
import { newContact } from '../../../test/people.js';
import { newDevice, newDeployment } from '../../../test/sites.js';
import { useSms } from '../../../test/sms-provider.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { SmsLimits } from '../../notifications/sms/sms-limits.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { AccessCheckDto } from './access-check.dto.js';
import { AccessCheckService } from './access-check.service.js';

type Check = z.output<typeof AccessCheckDto>;
type Person = Awaited<ReturnType<typeof aPerson>>;

const test = useApp();
let staff: Client;

const sql = (text: string, ...values: unknown[]) => rows(test.db, text, values);
const BY_HTTP = { provider: 'http', httpUrl: 'https://sms.example/send', countries: [], dailyParts: 200 };

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
  await useSms(test, BY_HTTP);
});

const look = async ({ id }: Person): Promise<Check> => (await staff.get<Check>(`/contacts/${id}/access-check`)).body;
const found = async (person: Person, key: string) => (await look(person)).checks.find((one) => one.key === key)!;

const aCarrier = async (endsOn: string | null): Promise<string> => {
  const id = newId();
  await sql(
    `INSERT INTO carriers (id, name, domain, number_format, ends_on) VALUES ($1, $2, 'sms.example', 'national', $3)`,
    id,
    `Carrier ${id}`,
    endsOn,
  );
  return id;
};

const queued = () =>
  sql(
    `INSERT INTO notifications (id, kind, channel, to_address, destination, language, subject, body, state, attempts, last_error, created_at)
     VALUES ($1, 'x', 'sms', '+46701234567', 'sms', 'en', '', 'b', 'queued', 1, '503 later', now() - interval '20 minutes')`,
    newId(),
  );

interface Condition {
  cause: string;
  state?: 'red';
  breaks: () => Promise<unknown>;
  adds: () => Promise<object> | object;
  /** Passes what only a provider brings. */
  after?: () => Promise<unknown>;
}

const CONDITIONS: Condition[] = [
  {
    cause: 'sms_country_not_listed',
    breaks: () => useSms(test, { countries: ['NO'] }),
    adds: () => ({ sms: { countries: ['NO', 'SE'] } }),
  },
  {
    cause: 'sms_country_stopped',
    breaks: () =>
      sql(`INSERT INTO sms_stops (id, country, cause, sent, used) VALUES ($1, 'SE', 'neighbours', 5, 0)`, newId()),
    adds: () => ({ reason: 'Asked: a site with numbers in a row' }),
  },
  {
    cause: 'sms_daily_stop',
    breaks: () => useSms(test, { dailyParts: 0 }),
    adds: () => ({ sms: { dailyParts: 200 } }),
  },
  {
    cause: 'sms_no_carrier',
    breaks: () => useSms(test, { provider: 'gateway' }),
    adds: async () => ({ sms: { gatewayCarrierId: await aCarrier(null) } }),
  },
  {
    cause: 'sms_carrier_ended',
    breaks: async () => useSms(test, { provider: 'gateway', gatewayCarrierId: await aCarrier('2020-01-01') }),
    adds: async () => ({ sms: { gatewayCarrierId: await aCarrier(null) } }),
  },
  {
    cause: 'sms_hangs',
    state: 'red',
    breaks: queued,
    adds: () => ({ sms: { sender: 'Nordic' } }),
    after: () => sql(`UPDATE notifications SET state = 'accepted' WHERE kind = 'x'`),
  },
];

describe('whether an SMS would leave, where one is the way in (S4.10, S2.18, D9)', () => {
  it.each(CONDITIONS)('names $cause, promises no SMS, and is mended by the act it names', async (condition) => {
    const person = await aPerson(staff);
    await passwordOf(staff, person.id);
    expect((await look(person)).answer.resetSmsTo).toBe(person.phone);
    await condition.breaks();
    const { answer, checks } = await look(person);
    const finding = checks.find(({ key }) => key === 'sms_channel')!;
    expect(finding).toMatchObject({
      state: condition.state ?? 'amber',
      cause: condition.cause,
      readOut: expect.stringMatching(/\.|\?/),
    });
    expect([answer.resetSmsTo, checks.find(({ key }) => key === 'reset_sms')?.cause]).toEqual([null, 'reset_sms_held']);
    await pressFix(staff, finding, await condition.adds());
    await condition.after?.();
    expect(await found(person, 'sms_channel')).toMatchObject({ state: 'green', cause: 'sms_leaves' });
    await useSms(test, BY_HTTP);
  });

  it('says what sending says (D9)', async () => {
    const limits = test.app.get(SmsLimits);
    const read = () => test.app.get(SettingsService).read();
    const both = async (to: string) => {
      const settings = await read();
      const [seen, said] = [
        await limits.obstacle(to, settings),
        await limits.refusal({ to, kind: null, parts: 1 }, settings),
      ];
      return [seen?.cause, said];
    };
    expect(await both(aPhone())).toEqual([undefined, undefined]);
    expect(await both('+4790123456')).toEqual(['sms_country_not_listed', expect.stringContaining('not on the list')]);
    await useSms(test, { dailyParts: 1 });
    expect(await both(aPhone())).toEqual(['sms_daily_stop', expect.stringContaining('daily stop')]);
    await useSms(test, BY_HTTP);
  });

  it('looks for an invitation by SMS that waits, until an SMS provider is set up', async () => {
    const person = await aPerson(staff, { email: null });
    expect(await found(person, 'sms_channel')).toMatchObject({ state: 'absent', cause: 'sms_not_needed' });
    await staff.post(`/contacts/${person.id}/access`, {});
    await useSms(test, { provider: 'none' });
    const production = await startApp({ ...test.config, mode: 'production' });
    try {
      const by = { permissions: new Set(['settings:write']) } as unknown as StaffActor;
      const seen = async () =>
        (await production.app.get(AccessCheckService).ofContact(person.id, by)).checks.find(
          ({ key }) => key === 'sms_channel',
        );
      const finding = await seen();
      expect(finding).toMatchObject({ state: 'amber', cause: 'sms_not_set_up', fix: { act: 'set_up_sms' } });
      await pressFix(staff, { fix: finding!.fix }, { sms: { provider: 'http', httpUrl: BY_HTTP.httpUrl } });
      expect(await seen()).toMatchObject({ state: 'green', cause: 'sms_leaves' });
    } finally {
      await production.app.close();
    }
  });

  it('says text_undelivered of an SMS that was lost beside an e-mail that arrived, until it is sent again', async () => {
    const person = await aPerson(staff);
    registerTestKind(test);
    const sent = async (channel: 'sms' | 'email', state: string) => {
      const to = channel === 'sms' ? person.phone : person.email;
      const id = await enqueue(test, { channel, to, contactId: person.id });
      await sql(`UPDATE notifications SET state = $2, last_error = '400 no' WHERE id = $1`, id, state);
    };
    await sent('sms', 'refused');
    await sent('email', 'accepted');
    const finding = await found(person, 'last_message');
    expect(finding).toMatchObject({ state: 'amber', cause: 'text_undelivered', facts: { to: person.phone } });
    await pressFix(staff, finding);
    expect(await found(person, 'last_message')).toMatchObject({ state: 'green' });
  });

  it('names who else has the mobile number on file, until the person has one of their own: mobile_shared (S4.10, S2.11)', async () => {
    const person = await aPerson(staff);
    expect(await found(person, 'mobile_shared')).toMatchObject({ state: 'green', cause: 'mobile_own' });
    const phones = [{ number: person.phone, type: 'mobile' }];
    await newContact(staff, person.customerId, { firstName: 'Ola', lastName: 'Berg', phones });
    const finding = await found(person, 'mobile_shared');
    expect(finding).toMatchObject({ state: 'amber', cause: 'mobile_shared', readOut: expect.any(String) });
    expect(finding.facts).toEqual({ phone: person.phone, who: expect.stringMatching(/^Ola Berg \(/) });
    const { ways } = (await staff.post(`/contacts/${person.id}/access`, { plan: true })).body;
    expect(ways).toContainEqual(expect.objectContaining({ way: 'sms', obstacle: 'phone_shared' }));
    await pressFix(staff, finding, { phones: [{ number: aPhone(), type: 'mobile' }] });
    expect(await found(person, 'mobile_shared')).toMatchObject({ state: 'green', fix: null });
  });

  it('names deployments with labels whose portal is off: deployment_portal_off (S4.10, S1.14)', async () => {
    const person = await aPerson(staff);
    const { id } = await newDeployment(staff, person.customerId, { name: 'Quay 4' });
    const device = await newDevice(staff, id);
    expect(await found(person, 'deployment_portals')).toMatchObject({ state: 'absent', cause: 'no_labels' });
    expect((await staff.post('/labels', { deviceIds: [device.id] })).status).toBeLessThan(300);
    const finding = await found(person, 'deployment_portals');
    expect(finding).toMatchObject({
      state: 'amber',
      cause: 'deployment_portal_off',
      facts: { deployments: 'Quay 4' },
      readOut: expect.any(String),
    });
    await pressFix(staff, finding);
    expect(await found(person, 'deployment_portals')).toMatchObject({ state: 'green', fix: null, readOut: null });
  });
});
