import { describe, expect, it } from 'vitest';
import { smsSize } from './sms-parts.js';

const signs = (count: number, sign = 'a') => sign.repeat(count);

describe('the size of an SMS (D9)', () => {
  it.each([
    ['nothing', '', 'gsm7', 1],
    ['160 letters', signs(160), 'gsm7', 1],
    ['161 letters', signs(161), 'gsm7', 2],
    ['306 letters', signs(306), 'gsm7', 2],
    ['307 letters', signs(307), 'gsm7', 3],
    ['German and Swedish letters', 'Grüße från Åsa: ÄÖÜ äöüß é à', 'gsm7', 1],
    ['80 euro signs', signs(80, '€'), 'gsm7', 1],
    ['81 euro signs', signs(81, '€'), 'gsm7', 2],
    // 76 fit into a part of 153: the place left over cannot take half an escaped letter.
    ['153 euro signs', signs(153, '€'), 'gsm7', 3],
    ['a letter of another alphabet', 'Привет', 'ucs2', 1],
    ['70 of them', signs(70, 'ж'), 'ucs2', 1],
    ['71 of them', signs(71, 'ж'), 'ucs2', 2],
    ['134 of them', signs(134, 'ж'), 'ucs2', 2],
    ['135 of them', signs(135, 'ж'), 'ucs2', 3],
    ['35 faces', signs(35, '😀'), 'ucs2', 1],
    ['66 faces, 33 to a part', signs(66, '😀'), 'ucs2', 2],
    ['67 faces', signs(67, '😀'), 'ucs2', 3],
    ['a curly apostrophe makes all of it wider', `${signs(70)}’`, 'ucs2', 2],
    ['ç is not in the alphabet, Ç is', 'façade', 'ucs2', 1],
    ['a link as we write it', 'https://portal.example/reset#t=Ab_-09', 'gsm7', 1],
  ] as const)('counts %s', (...[, text, encoding, parts]) => {
    expect(smsSize(text)).toMatchObject({ encoding, parts });
  });

  it.each([
    ['nothing', '', 160, []],
    ['160 letters', signs(160), 0, []],
    // A second part makes room for a longer head in both.
    ['161 letters', signs(161), 145, []],
    ['one letter and a euro sign', 'a€', 157, []],
    ['152 letters and an escaped one, which goes into the second part whole', `${signs(152)}${signs(5, '€')}`, 143, []],
    ['other alphabets, each sign once', 'жaжß’', 65, ['ж', '’']],
    ['a face, which is two halves', '😀', 68, ['😀']],
    ['more strange signs than anybody looks for', 'абвгдежзийкл', 58, Array.from('абвгдежзий')],
  ])('says how many places are left, and which signs take more: %s', (...[, text, left, wide]) => {
    expect(smsSize(text)).toMatchObject({ left, wide });
  });
});
