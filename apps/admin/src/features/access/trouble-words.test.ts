import { describe, expect, it } from 'vitest';
import { matchesWords } from '../../app/shell/palette';
import de from '../../i18n/de/access.json';
import en from '../../i18n/en/access.json';
import sv from '../../i18n/sv/access.json';
import { nameIn } from './trouble-words';

const TEXTS = { en, de, sv };

describe('what they say on the phone (S4.10)', () => {
  it.each([
    ['en', "eva can't get in", 'eva'],
    ['en', 'Eva Lind can’t log in', 'Eva Lind'],
    ['en', 'she cannot sign in, eva@nordic.example', 'eva@nordic.example'],
    ['en', "can't get in", ''],
    ['en', 'In Kim', 'In Kim'],
    ['en', 'eva lind', 'eva lind'],
    ['de', 'eva kommt nicht rein', 'eva'],
    ['de', 'ich komme nicht rein', ''],
    ['sv', 'eva kommer inte in', 'eva'],
    ['sv', 'jag kan inte logga in', ''],
  ] as const)('%s: %j names %j', (language, typed, name) => {
    expect(nameIn(typed, TEXTS[language].palette.trouble)).toBe(name);
  });

  it.each([
    ['en', "can't get in"],
    ['en', 'cannot log in'],
    ['de', 'kommt nicht rein'],
    ['de', 'ich komme nicht rein'],
    ['sv', 'kommer inte in'],
  ] as const)('%s: %j finds who asked for a way in', (language, typed) => {
    const { requests, requestsKeywords } = TEXTS[language].palette;
    expect(matchesWords(`${requests} ${requestsKeywords}`, typed)).toBe(true);
  });
});
