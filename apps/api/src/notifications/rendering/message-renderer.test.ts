import { describe, expect, it } from 'vitest';
import { masked } from './message-contents.js';
import { type Frame, frameTexts, textOn } from './frame.js';
import { renderMessage } from './message-renderer.js';
import { unknownPlaceholders } from './placeholders.js';

const frame: Frame = {
  company: 'Nordic <Lifts>',
  color: '#0f766e',
  footer: 'Nordic Lifts AB\nMalmö',
  contact: { phone: '+46 40 123', email: 'help@nordic.example', text: '' },
  portalOrigin: 'https://portal.nordic.example',
  portalOrigins: ['https://portal.nordic.example'],
  adminOrigin: 'https://admin.nordic.example',
  language: 'en',
};
const write = (body: string, values: Record<string, string> = {}, subject = 'Hello') =>
  renderMessage({ subject, body, values, language: 'en' }, frame);

describe('a rendered message', () => {
  it('fills names in one pass: a value that looks like a placeholder stays text (D2)', () => {
    const { text } = write('Dear {{name}}, {{ pin }} {{unknown}}', { name: '{{pin}}', pin: '0042' });
    expect(text).toContain('Dear {{pin}}, 0042 {{unknown}}');
  });

  it('escapes what people write, in body, values, subject, company and button (MSG-5, S0.6)', () => {
    const { html } = renderMessage(
      {
        subject: '<script>s</script>',
        body: '<img src=x onerror=alert(1)> {{x}}',
        values: { x: '"><script>v</script>' },
        language: 'en',
        button: { label: '<b>go</b>', url: 'https://portal.nordic.example/a' },
      },
      frame,
    );
    expect(html).not.toMatch(/<script|<img|<b>go/);
    expect(html).toContain('Nordic &lt;Lifts&gt;');
  });

  it('makes links of the portal only; other addresses and look-alikes stay text (D2, D11, MSG-5)', () => {
    const { html } = write(
      [
        'https://portal.nordic.example/activate#t=a_b.',
        'https://evil.example/x',
        'https://portal.nordic.example.evil.example/',
        'https://portal.nordic.example@evil.example/',
        'javascript:alert(1)',
      ].join('\n'),
    );
    expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'https://portal.nordic.example/activate#t&#x3D;a_b',
    ]);
    expect(html).toContain('https://evil.example/x');
  });

  it('gives a button no address that is not ours (D11)', () => {
    const button = (url: string) =>
      renderMessage({ subject: 's', body: 'b', values: {}, language: 'en', button: { label: 'Open', url } }, frame);
    expect(button('https://evil.example/').html).not.toContain('evil.example');
    expect(button('https://portal.nordic.example/x').html).toContain('href="https://portal.nordic.example/x"');
    expect(button('https://admin.nordic.example/x').text).toContain('Open:\nhttps://admin.nordic.example/x');
  });

  it('keeps the subject one line of at most 150 characters (D2, MSG-3)', () => {
    const { subject } = write(
      'b',
      { name: `Eva\r\nBcc: victim@example.com\u2028X-Evil: 1 ${'ä'.repeat(300)}` },
      'For {{name}}',
    );
    expect(subject).not.toMatch(/[\r\n\u2028]/);
    expect(Array.from(subject)).toHaveLength(150);
  });

  it('ends with help, footer and the fixed line, in the language of the message (D2, S0.14)', () => {
    const lines = (language: string) => renderMessage({ subject: 's', body: 'b', values: {}, language }, frame).text;
    expect(lines('en')).toContain(
      'Need help? +46 40 123 · help@nordic.example\nNordic Lifts AB\nMalmö\nSent for Nordic <Lifts>. We never ask for your PIN by mail.',
    );
    expect(lines('de-CH')).toContain('Wir fragen nie per E-Mail nach Ihrer PIN.');
    expect(lines('sv')).toContain('Vi frågar aldrig efter din PIN-kod');
    expect(frameTexts('fr', 'de').tag).toBe('de');
  });

  it('is the same twice, byte for byte (R2)', () => {
    expect(write('Dear {{name}}', { name: 'Eva' })).toEqual(write('Dear {{name}}', { name: 'Eva' }));
  });

  it.each([
    ['#0f766e', '#ffffff'],
    ['#ffd400', '#111111'],
    ['#ffffff', '#111111'],
    ['#000000', '#ffffff'],
  ])('writes on %s in %s', (color, expected) => {
    expect(textOn(color)).toBe(expected);
  });

  it('shows dots for secrets, also inside other values and the button (MSG-6)', () => {
    const shown = masked({
      values: { pin: '483920', link: 'https://portal.nordic.example/a#t=canary', name: 'Eva 483920' },
      secret: ['pin', 'link'],
      button: { label: 'Open', url: 'https://portal.nordic.example/a#t=canary' },
    });
    expect(JSON.stringify(shown)).not.toMatch(/483920|canary/);
    const { html, text } = renderMessage(
      { subject: 's', body: '{{pin}}', language: 'en', ...shown, button: shown.button ?? { label: '', url: '' } },
      frame,
    );
    expect(html + text).toContain('••••••');
  });

  it('names the placeholders that are not on the list (D2)', () => {
    expect(unknownPlaceholders('{{a}} {{ b }} {{a}} {{C}} {{__proto__}}', ['a'])).toEqual(['b']);
  });
});
