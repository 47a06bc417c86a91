import { describe, expect, it } from 'vitest';
import { accentFor, contrastRatio, parseHex, readableOn, textOn } from './contrast';

const COMPANY_COLOURS = [
  '#0f766e',
  '#ffd400',
  '#e3000f',
  '#ffffff',
  '#000000',
  '#7f7f7f',
  '#0af',
  '#00ff00',
  '#1a1a80',
];
const GROUNDS = { light: '#f1f5f9', dark: '#141d30' };

describe('contrast', () => {
  it('follows the examples of WCAG', () => {
    expect(contrastRatio('#000', '#fff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#123456', '#123456')).toBe(1);
  });

  it('reads short and long colours and refuses everything else', () => {
    expect(parseHex('#0af')).toEqual([0, 170, 255]);
    expect(parseHex(' 0F766E ')).toEqual([15, 118, 110]);
    expect(['', 'teal', '#12', '#12345g', 'url(x)'].map(parseHex)).toEqual([null, null, null, null, null]);
  });

  it('keeps a colour that is readable already', () => {
    expect(readableOn('#0f766e', '#ffffff')).toBe('#0f766e');
  });

  it.each(COMPANY_COLOURS)('makes %s readable as link and as button, light and dark', (colour) => {
    for (const ground of Object.values(GROUNDS)) {
      const accent = accentFor(colour, ground);
      expect(contrastRatio(accent?.ink ?? '', ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(accent?.fill ?? '', accent?.onFill ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('leaves the default alone when the setting is not a colour', () => {
    expect(accentFor('var(--evil)', GROUNDS.light)).toBeNull();
  });

  it('chooses the text that reads better', () => {
    expect(textOn('#ffd400')).toBe('#0b1220');
    expect(textOn('#1a1a80')).toBe('#ffffff');
  });
});
