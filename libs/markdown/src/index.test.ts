import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './index.js';

const text = (value: string) => ({ kind: 'text', text: value });
const linesOf = (source: string) =>
  parseMarkdown(source).flatMap((block) => (block.kind === 'paragraph' ? block.lines : block.items));

describe('the Markdown subset (D18)', () => {
  it('knows paragraphs, line breaks and both kinds of lists', () => {
    expect(parseMarkdown('One\ntwo\n\n- a\n- b\n\n1. c\n2) d')).toEqual([
      { kind: 'paragraph', lines: [[text('One')], [text('two')]] },
      { kind: 'list', isNumbered: false, items: [[text('a')], [text('b')]] },
      { kind: 'list', isNumbered: true, items: [[text('c')], [text('d')]] },
    ]);
  });

  it('knows strong, em and links, one within the other', () => {
    expect(linesOf('Call **now *please***, [us](tel:+46 1) or see https://a.example/x.')[0]).toEqual(
      expect.arrayContaining([{ kind: 'link', href: 'https://a.example/x', children: [text('https://a.example/x')] }]),
    );
    expect(linesOf('**a [b](mailto:c@d.example)**')).toEqual([
      [{ kind: 'strong', children: [text('a '), { kind: 'link', href: 'mailto:c@d.example', children: [text('b')] }] }],
    ]);
  });

  it('takes a phone number as people write it', () => {
    expect(linesOf('[us](tel:+46 31 12-34)')).toEqual([
      [{ kind: 'link', href: 'tel:+463112-34', children: [text('us')] }],
    ]);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert`1`)',
    '[x](data:text/html,y)',
    '[x](//evil.example)',
    '<img src=x onerror=alert(1)>',
    '![x](vbscript:x)',
    'a_b_c and 2*3*4',
  ])('leaves %s as text (G12)', (source) => {
    const flat = JSON.stringify(parseMarkdown(source));
    expect(flat).not.toContain('"link"');
    expect(flat).not.toContain('"em"');
    expect(
      linesOf(source)
        .flat()
        .map((part) => (part.kind === 'text' ? part.text : ''))
        .join(''),
    ).toBe(source);
  });
});
