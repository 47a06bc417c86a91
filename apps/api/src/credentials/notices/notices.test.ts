import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, messagesAbout, passwordOf, pinOf, signIn, signInWith } from '../../../test/logins.js';
import { reach } from '../../../test/messages.js';
import { verifyPhone } from '../../../test/phones.js';
import { type FakeProvider, startSmsProvider, useSms } from '../../../test/sms-provider.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import { replacePlaceholders } from '../../notifications/rendering/placeholders.js';
import { smsSize } from '../../notifications/sms/sms-parts.js';
import { SEND_LANGUAGES } from '../sends/credential-texts.js';
import { noticeSms } from './notice-sms-texts.js';
import { NOTICES } from './notice-texts.js';

const test = useApp({ ROLE: 'all', OUTGOING_PRIVATE: 'true', TRUSTED_PROXIES: '127.0.0.1' });
const OWN = 'nordisk sommar 31';
let provider: FakeProvider;
let staff: Client;
let network = 0;
let numbers = 0;

/** No two of them lie side by side: those would stop SMS (D9). */
const aNumber = (): string => `+46702${String(100_000 + (numbers += 1) * 101)}`;
const mobiles = (...all: string[]) => all.map((number) => ({ number, type: 'mobile' }));

const bySms = (more = {}) =>
  useSms(test, { provider: 'http', httpUrl: `${provider.origin}/send`, countries: [], tellsSecurity: true, ...more });

beforeAll(async () => {
  provider = await startSmsProvider();
  staff = (await signedInStaff(test, 'owner')).client;
});
beforeEach(() => bySms({ dailyParts: 200 }));
afterAll(() => provider.stop());

/** Signed in from a network of their own, with a number that they have confirmed. */
async function aMember() {
  const phone = aNumber();
  const person = { ...(await aPerson(staff, { phones: mobiles(phone) })), phone };
  const password = await passwordOf(staff, person.id);
  const { client } = await signIn(test, person.email, password);
  network += 1;
  client.headers['x-forwarded-for'] = `10.32.0.${network}`;
  await verifyPhone(test, { ...person, client });
  return { ...person, client, password };
}
type Member = Awaited<ReturnType<typeof aMember>>;

const changePassword = ({ client, password }: Member) =>
  client.put('/portal/password', { currentPassword: password, newPassword: OWN });

/** Notices of one kind about somebody, by where they go. */
const told = async (contactId: string, notice: string) =>
  (await messagesAbout(test, contactId))
    .filter(({ kind, data }) => kind === 'security-notice' && data['notice'] === notice)
    .map(({ id, to }) => ({ id, to }));
const toldTo = async (contactId: string, notice: string) => (await told(contactId, notice)).map(({ to }) => to);
/** What the provider was given for one number. */
const textsTo = (phone: string): string[] =>
  provider.asked
    .map(({ body }) => JSON.parse(body))
    .filter(({ to }) => to === phone)
    .map(({ text }) => text);

describe('what happens to a login is told by every verified way (D3, REC-16)', () => {
  it('by e-mail, and by SMS to each number that the person has confirmed and to no other, in their language (D3, REC-8, S2.3)', async () => {
    const [first, second, unproven] = [aNumber(), aNumber(), aNumber()];
    const eva = await aPerson(staff, { phones: mobiles(first, second, unproven), language: 'sv' });
    const password = await passwordOf(staff, eva.id);
    const { client } = await signIn(test, eva.email, password);
    for (const phone of [first, second]) await verifyPhone(test, { ...eva, client, phone });
    // A number hears of the other ones; it was at hand when it was confirmed itself.
    expect(await toldTo(eva.id, 'phone_confirmed')).toEqual([eva.email, eva.email, first]);
    expect((await changePassword({ ...eva, client, password })).status).toBe(200);
    const notices = await told(eva.id, 'password_changed');
    expect(notices.map(({ to }) => to).toSorted()).toEqual([first, second, eva.email].toSorted());
    for (const { id, to } of notices) if (to !== eva.email) await reach(test, id, ({ state }) => state === 'accepted');
    const said = 'Latchkey: lösenordet för din inloggning har ändrats. Stämmer det inte? Säg till oss genast.';
    expect([textsTo(first).at(-1), textsTo(second).at(-1), textsTo(unproven)]).toEqual([said, said, []]);
  });

  it('to who has a phone only: a new PIN that took over, and a sign-in after wrong tries (D6, INV-8)', async () => {
    const phone = aNumber();
    const olle = { ...(await aPerson(staff, { email: null, phones: mobiles(phone) })), phone };
    const { client } = await signIn(test, olle.phone, await pinOf(staff, olle.id));
    await verifyPhone(test, { ...olle, client });
    const renewed = await pinOf(staff, olle.id);
    expect(await toldTo(olle.id, 'pin_changed')).toEqual([]);
    for (let n = 0; n < 5; n += 1) await signIn(test, olle.phone, renewed === '000000' ? '111111' : '000000');
    await rows(test.db, `UPDATE attempt_budgets SET next_at = now() - interval '1 second' WHERE kind = 'pin'`);
    expect((await signInWith(test.client(), olle.phone, renewed)).status).toBe(200);
    expect([await toldTo(olle.id, 'pin_changed'), await toldTo(olle.id, 'sign_in_after_failures')]).toEqual([
      [olle.phone],
      [olle.phone],
    ]);
  });

  it('to a number that staff took off, as it is the old way (REC-16)', async () => {
    const eva = await aMember();
    const { version } = (await staff.get(`/contacts/${eva.id}`)).body;
    await staff.patch(`/contacts/${eva.id}`, { phones: mobiles(aNumber()) }, { 'if-match': `"${version}"` });
    const notices = await told(eva.id, 'phone_left');
    expect(notices.map(({ to }) => to)).toEqual([eva.email, eva.phone]);
    await reach(test, notices[1]?.id ?? '', ({ state }) => state === 'accepted');
    expect(textsTo(eva.phone).at(-1)).toContain(`ending in ${eva.phone.slice(-4)} is not on file`);
    await passwordOf(staff, eva.id);
    expect((await toldTo(eva.id, 'password_set_by_staff')).filter((to) => to === eva.phone)).toEqual([]);
  });

  it('by e-mail alone where no SMS would leave, and what is told succeeds all the same (D9)', async () => {
    const eva = await aMember();
    const held = [
      { tellsSecurity: false },
      { countries: ['NO'] },
      { dailyParts: 0 },
      { provider: 'gateway', gatewayCarrierId: null },
    ];
    for (const sms of held) {
      await bySms({ dailyParts: 200, ...sms });
      await passwordOf(staff, eva.id);
    }
    const before = [eva.email, ...held.map(() => eva.email)];
    expect(await toldTo(eva.id, 'password_set_by_staff')).toEqual(before);
    await bySms({ dailyParts: 200 });
    await passwordOf(staff, eva.id);
    expect(await toldTo(eva.id, 'password_set_by_staff')).toEqual([...before, eva.email, eva.phone]);
  });

  it('by SMS once an hour for each thing, whatever is done how often (D9, MSG-7)', async () => {
    const eva = await aMember();
    const setAndCount = async () => {
      await passwordOf(staff, eva.id);
      return (await toldTo(eva.id, 'password_set_by_staff')).filter((to) => to === eva.phone).length;
    };
    expect([await setAndCount(), await setAndCount(), await setAndCount()]).toEqual([1, 1, 1]);
    await rows(test.db, `UPDATE notifications SET created_at = now() - interval '61 minutes' WHERE contact_id = $1`, [
      eva.id,
    ]);
    expect(await setAndCount()).toBe(2);
  });
});

describe('the words of a notice', () => {
  it.each(SEND_LANGUAGES)('fit into one SMS in %s, and hold no link (D9, MSG-6)', (language) => {
    const values = { company: 'Nordic Maintenance & Service AB', phone_end: '1234', call: '+46 8 123 456 78' };
    const said = NOTICES.flatMap((notice) =>
      [true, false].map((hasCall) => noticeSms(notice, language, hasCall)?.body),
    );
    const sizes = said.map((text = '') => smsSize(replacePlaceholders(text, values)));
    expect(sizes.filter(({ encoding, parts }) => encoding !== 'gsm7' || parts > 1)).toEqual([]);
    expect(said.filter((text) => /link|http/.test(text ?? ''))).toEqual([]);
    expect(said.filter((text) => text === undefined)).toHaveLength(2);
  });
});
