import { describe, expect, it } from 'vitest';
import { accentShades } from './accent';
import { contrast } from './contrast';
import { DEFAULT_ACCENT, NIGHT, SLATE, SURFACES, TONES, TONES_IN_DARK, TONES_IN_LIGHT } from './tokens';

describe('contrast', () => {
  it('agrees with the two ends of the WCAG scale', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#777777')).toBe(1);
  });
});

describe('tokens', () => {
  it.each(TONES)('keep the words of a "%s" badge readable in light and dark', (tone) => {
    for (const inks of [TONES_IN_LIGHT, TONES_IN_DARK])
      expect(contrast(inks[tone].ink, inks[tone].ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('keep body and dimmed text readable in light and dark', () => {
    expect(contrast(SLATE[6], SLATE[1])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(NIGHT[2], NIGHT[6])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(DEFAULT_ACCENT[3], NIGHT[7])).toBeGreaterThanOrEqual(4.5);
  });
});

describe('edges of controls', () => {
  it('stand out from the page by 3 to 1 (WCAG 2.2, 1.4.11)', () => {
    expect(contrast(SURFACES.light['--lk-control'], '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrast(SURFACES.dark['--lk-control'], NIGHT[6])).toBeGreaterThanOrEqual(3);
  });
});

describe('the accent', () => {
  it.each(['#ffd400', '#0f6362', '#ff6a00', '#ffffff', '#000000', '#8ab4f8'])(
    'made from %s carries white text on its filled shades',
    (colour) => {
      const shades = accentShades(colour);
      expect(contrast(shades[6], '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(shades[7], '#ffffff')).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([null, '', 'teal', '#12', 'url(x)'])('falls back to deep teal for %j', (colour) => {
    expect(accentShades(colour)).toEqual(DEFAULT_ACCENT);
  });
});
