import { describe, expect, it } from 'vitest';
import { wideSigns } from './wide-signs';

describe('the signs that make an SMS wider (D9)', () => {
  it.each([
    [['’'], 'en', '“’”'],
    [['ş', 'ı', 'ğ'], 'de', '“ş”, “ı” und “ğ”'],
    // Neither a hard space nor a lone accent can be seen.
    [['\u00A0', '\u0301', '\u200B'], 'en', 'U+00A0, U+0301, and U+200B'],
  ])('are named so that they can be found: %s', (signs, language, words) => {
    expect(wideSigns(signs, language)).toBe(words);
  });
});
