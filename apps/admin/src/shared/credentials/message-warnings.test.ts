import type { CredentialPreview, SendWarning } from '@latchkey/api-client';
import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../i18n/catalogues';
import { aboutReceiver, sendPlan, textSignature } from './message-warnings';

const preview = (contactId: string, warnings: SendWarning[], sendable = true): CredentialPreview => ({
  contactId,
  language: 'en',
  name: contactId,
  company: 'Nordic AB',
  to: `${contactId}@nordic.example`,
  subject: 's',
  text: 't',
  html: 'h',
  warnings,
  sendable,
});

describe('the plan of a send', () => {
  it('says who gets a message, who is left out and why (S0.11, S0.13)', () => {
    const plan = sendPlan([
      preview('eva', ['link_missing', 'already_active']),
      preview('karl', ['no_email', 'link_missing', 'no_phone_login'], false),
    ]);
    expect(plan.receivers).toEqual(['eva']);
    expect(plan.leftOut).toEqual([{ contactId: 'karl', name: 'karl', reason: 'no_email' }]);
  });

  it('says what concerns the text once, and the rest for each receiver (S0.10)', () => {
    const eva = preview('eva', ['address_not_on_file', 'link_missing']);
    expect(sendPlan([eva, preview('karl', ['link_missing'])]).aboutText).toEqual(['link_missing']);
    expect(aboutReceiver(eva)).toEqual(['address_not_on_file']);
  });

  it('asks about everybody again only when a placeholder, an address or the receiver changes', () => {
    const draft = { subject: 'Hello', body: 'Hi {{name}}, {{portal_link}}' };
    const signature = textSignature(draft);
    expect(textSignature({ ...draft, subject: 'Good morning' })).toBe(signature);
    expect(textSignature({ ...draft, body: '{{ portal_link }} for {{name}}' })).toBe(signature);
    expect(textSignature({ ...draft, body: `${draft.body} {{initial_pin}}` })).not.toBe(signature);
    expect(textSignature({ ...draft, body: `${draft.body} www.other.example` })).not.toBe(signature);
    expect(textSignature({ ...draft, to: 'x@other.example' })).not.toBe(signature);
  });
});

/** Read as text: the lists are the API's, and apps do not import apps. */
const codesIn = (path: string, list: string): string[] => {
  const source = readFileSync(new URL(`../../../../api/src/credentials/${path}`, import.meta.url), 'utf8');
  const body = new RegExp(`${list} = \\[([^\\]]*)\\]`).exec(source)?.[1] ?? '';
  return [...body.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '');
};

describe('every warning of the API', async () => {
  const i18n = createInstance();
  await i18n.init({ lng: 'en', resources: { en: await loadTexts('en') } });

  it.each([
    { path: 'sends/sends.dto.ts', list: 'SEND_WARNINGS', key: 'credentials:warning', count: 20 },
    { path: 'sends/sends.dto.ts', list: 'PLACEHOLDERS', key: 'credentials:placeholder', count: 6 },
    { path: 'access/access.dto.ts', list: 'ACCESS_WARNINGS', key: 'contacts:accessWarning', count: 11 },
  ])('in $list has a sentence', ({ path, list, key, count }) => {
    const codes = codesIn(path, list);
    expect(codes.length).toBeGreaterThanOrEqual(count);
    expect(codes.filter((code) => !i18n.exists(`${key}.${code}`))).toEqual([]);
  });
});
