import { describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aCustomer, type Person, report, signedInContact } from '../../../test/case-people.js';
import { signedInStaff } from '../../../test/staff.js';
import { first } from '../../db/sql.js';
import { LANGUAGES } from '../../http/schemas.js';
import { MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { renderMessage } from '../../notifications/rendering/message-renderer.js';
import { placeholdersIn } from '../../notifications/rendering/placeholders.js';
import { CASE_KINDS, languageOf, textOf } from './cases.messages.js';

const test = useApp();
const FRAME = {
  company: 'Co',
  color: '#0f766e',
  footer: '',
  contact: { phone: '', email: '', text: '' },
  portalOrigin: '',
  portalOrigins: [''],
  adminOrigin: '',
  language: 'en',
};

/** The newest message about a case, as its receiver sees it. */
async function received(caseId: string) {
  const row = (await first<NotificationFacts & { subject: string; body: string }>(
    test.db,
    `SELECT id, kind, language, customer_id AS "customerId", contact_id AS "contactId", identity_id AS "identityId", case_id AS "caseId", data, subject, body
       FROM notifications WHERE case_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [caseId],
  ))!;
  const filled = await test.app.get(MessageKinds).get(row.kind)!.fill(test.db, row);
  if ('cancelled' in filled) throw new Error(filled.cancelled);
  const frame = {
    ...FRAME,
    portalOrigin: test.config.portalOrigin,
    portalOrigins: [test.config.portalOrigin],
    adminOrigin: test.config.adminOrigin,
  };
  return { ...renderMessage({ ...row, ...filled }, frame), stored: row };
}

describe('messages about cases', () => {
  it.each(LANGUAGES.flatMap((language) => CASE_KINDS.map((kind) => [language, kind] as const)))(
    'in %s, %s names the case, its link and only known placeholders',
    (language, kind) => {
      const { subject, body } = textOf(kind, language);
      const known = test.app.get(MessageKinds).get(kind)?.placeholders ?? [];
      expect(placeholdersIn(subject + body).filter((name) => !known.includes(name))).toEqual([]);
      expect(subject).toContain('{{case_number}}');
      expect(body).toContain('{{case_link}}');
    },
  );

  it.each([
    [['sv-SE', 'de'], 'sv'],
    [[null, 'de-AT'], 'de'],
    [['fi', undefined, 'sv'], 'sv'],
    [['fi'], 'en'],
    [[], 'en'],
  ])('of the wishes %j the first with a catalogue counts: %s', (wishes, expected) => {
    expect(languageOf(...wishes)).toBe(expected);
  });

  it('link to the portal for contacts and to the admin app for staff; what people type stays text', async () => {
    const agent = await signedInStaff(test, 'agent');
    const person: Person = await signedInContact(test, await aCustomer(test, 'A & B'), { name: 'Eva' });
    const opened = (await report(person, '{{author_name}} <b>Leak</b>')).body;
    const confirmation = await received(opened.id);
    expect(confirmation.subject).toBe(`[#${opened.number}] We have your report: {{author_name}} <b>Leak</b>`);
    expect(confirmation.text).toContain(`${test.config.portalOrigin}/cases/${opened.id}`);
    expect(confirmation.html).not.toContain('<b>Leak');
    await agent.client.patch(`/cases/${opened.id}`, { assigneeId: agent.id }, { 'if-match': '"1"' });
    await person.client.post(`/portal/cases/${opened.id}/messages`, { body: 'Still {{case_link}} dripping' });
    const answer = await received(opened.id);
    expect(answer.text).toContain(
      `Eva of A & B wrote:\n\nStill {{case_link}} dripping\n\n${test.config.adminOrigin}/admin/cases/${opened.id}`,
    );
    expect(answer.stored.body).not.toContain('dripping');
  });

  it('never quote an internal note, even when a row names one (AZN-3)', async () => {
    const agent = await signedInStaff(test, 'agent');
    const opened = (await report(await signedInContact(test, await aCustomer(test)))).body;
    const note = (await agent.client.post(`/cases/${opened.id}/messages`, { visibility: 'internal', body: 'SECRET' }))
      .body;
    const facts = {
      id: 'x',
      kind: 'case-replied',
      language: 'en',
      customerId: null,
      contactId: null,
      identityId: null,
      caseId: opened.id,
      data: { to: 'contact', messageId: note.id },
    };
    expect(await test.app.get(MessageKinds).get('case-replied')!.fill(test.db, facts)).toEqual({
      cancelled: expect.any(String),
    });
  });
});
