import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../i18n/catalogues';
import { portalLanguage } from './portal-labels';

type Tree = Record<string, unknown>;

/** Read as text: the words are the portal's, and apps do not import apps. */
const read = (path: string): Tree =>
  JSON.parse(readFileSync(new URL(`../../../../../${path}`, import.meta.url), 'utf8')) as Tree;
const admin = (language: string, name: string): Tree => read(`admin/src/i18n/${language}/${name}.json`);

/** Where the portal says it: the catalogue and the key. */
const FROM: Record<string, readonly [string, string]> = {
  title: ['credentials', 'signIn.title'],
  loginId: ['credentials', 'signIn.loginId'],
  next: ['credentials', 'signIn.next'],
  password: ['credentials', 'signIn.password'],
  pin: ['credentials', 'signIn.pin'],
  submit: ['credentials', 'signIn.submit'],
  usePin: ['credentials', 'signIn.usePin'],
  usePassword: ['credentials', 'signIn.usePassword'],
  forgotten: ['credentials', 'signIn.forgotten'],
  refused: ['credentials', 'signIn.refusedTitle'],
  wait: ['credentials', 'signIn.waitTitle'],
  cannotGetIn: ['credentials', 'cannotGetIn.title'],
  resetEmail: ['resets', 'ask.email'],
  resetPhone: ['resets', 'ask.phone'],
  resetSubmit: ['resets', 'ask.submit'],
  resetAsked: ['resets', 'asked.title'],
  invitationNext: ['first-steps', 'activation.next'],
  choosePassword: ['first-steps', 'activation.passwordTitle'],
  chooseWay: ['first-steps', 'activation.chooseTitle'],
  save: ['first-steps', 'activation.save'],
  askAgain: ['first-steps', 'end.ask'],
  chooseCompany: ['first-steps', 'chooseCompany.title'],
};

const saidByPortal = (language: string, [file, key]: readonly [string, string]): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (at, part) => (at as Tree | undefined)?.[part],
      read(`portal/src/i18n/catalogues/${language}/${file}.json`),
    );

describe('what the customer sees (S4.12)', () => {
  it.each(LANGUAGES)('quotes the labels that the portal has in %s', (language) => {
    const said = Object.entries(FROM).map(([name, place]) => [name, saidByPortal(language, place)]);
    expect(said.filter(([, text]) => typeof text !== 'string' || text.includes('{{'))).toEqual([]);
    expect(admin(language, 'portal-labels')).toEqual(Object.fromEntries(said));
  });

  it('quotes every label, and none that it does not have', () => {
    const { quoted: _, ...pages } = admin('en', 'access')['sees'] as Tree;
    const quoted = [...JSON.stringify(pages).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
    expect([...new Set(quoted)].toSorted()).toEqual(Object.keys(FROM).toSorted());
  });

  it('speaks the language on file, and English where the portal has no other', () => {
    expect(['sv', 'de-AT', 'fr', ''].map(portalLanguage)).toEqual(['sv', 'de', 'en', 'en']);
  });
});
