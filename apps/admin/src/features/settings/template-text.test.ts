import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, loadTexts } from '../../i18n/catalogues';
import { filledIn, hasWayIn, insertAt, PLACEHOLDERS, unknownIn } from './template-text';

/** Read as text: apps do not import apps. */
const api = (path: string): string => readFileSync(new URL(`../../../../api/src/${path}`, import.meta.url), 'utf8');

describe('the placeholders', () => {
  it('are those of the API', () => {
    const known = /PLACEHOLDERS = \[([^\]]*)\]/.exec(api('credentials/sends/sends.dto.ts'))?.[1] ?? '';
    expect(known.match(/\w+/g)?.toSorted()).toEqual(PLACEHOLDERS.toSorted());
  });

  it('that nobody could fill in are named, and secrets are kept out of the subject', () => {
    expect(unknownIn('{{name}} {{ Pin }} {{activation_link}}', 'body')).toEqual(['Pin']);
    expect(unknownIn('{{name}} {{activation_link}}', 'subject')).toEqual(['activation_link']);
  });

  it('with a link are the way in', () => {
    expect([hasWayIn('{{portal_link}}'), hasWayIn('{{login_id}}')]).toEqual([true, false]);
  });

  it('go where the cursor stands', () => {
    expect(insertAt('Hello !', 'name', [6, 6])).toBe('Hello {{name}}!');
    expect(insertAt('Hello you!', 'name', [6, 9])).toBe('Hello {{name}}!');
  });
});

describe('the preview', () => {
  it('marks what is filled in, and leaves what is unknown as it is', () => {
    expect(filledIn('Hello {{name}}, {{robot}}', (name) => (name === 'name' ? 'Eva' : undefined))).toEqual([
      { text: 'Hello ', isFilled: false },
      { text: 'Eva', isFilled: true },
      { text: ', ', isFilled: false },
      { text: '{{robot}}', isFilled: false },
    ]);
  });
});

describe('the text to start from', () => {
  it.each(LANGUAGES)('is the one that the API sends in %s', async (language) => {
    const { 'credential-text': ours } = await loadTexts(language);
    const source = api('credentials/sends/credential-texts.ts');
    expect(source).toContain(String(ours?.['body']));
    expect(source).toContain(`'${String(ours?.['subject'])}'`);
  });
});
