import { describe, expect, it } from 'vitest';
import { FIRST_OWN, ownProblems, placesOf, sheetsFor, toPrint, type PrintChoice } from './print-plan';

const choice = (part: Partial<PrintChoice> = {}): PrintChoice => ({
  stock: 'a4-63x38',
  own: FIRST_OWN,
  startAt: 1,
  copies: 1,
  ...part,
});

describe('printing labels (S1.12)', () => {
  it('counts sheets from the first free label on', () => {
    expect(sheetsFor(FIRST_OWN, choice(), 24)).toBe(1);
    expect(sheetsFor(FIRST_OWN, choice({ startAt: 2 }), 24)).toBe(2);
    expect(sheetsFor(FIRST_OWN, choice({ copies: 2 }), 24)).toBe(2);
    expect(sheetsFor(FIRST_OWN, choice(), 0)).toBe(0);
  });

  it('draws the first sheet to scale: gone, printed, free', () => {
    const places = placesOf(FIRST_OWN, choice({ startAt: 3, copies: 2 }), 2);
    expect(places).toHaveLength(24);
    expect(places.map(({ state }) => state).slice(0, 8)).toEqual([
      'used',
      'used',
      'printed',
      'printed',
      'printed',
      'printed',
      'free',
      'free',
    ]);
    const fifth = places[4];
    expect(fifth?.left).toBeCloseTo(((7 + 64 + 2) / 210) * 100);
    expect(fifth?.top).toBeCloseTo(((12 + 34) / 297) * 100);
  });

  it('says what does not fit a size of one’s own', () => {
    expect(ownProblems(FIRST_OWN)).toEqual([]);
    expect(ownProblems({ ...FIRST_OWN, columns: 4 })).toEqual(['wide']);
    expect(ownProblems({ ...FIRST_OWN, rows: 9 })).toEqual(['high']);
    expect(ownProblems({ ...FIRST_OWN, shape: 'round' })).toEqual(['round']);
  });

  it('names either a stock or a size', () => {
    expect(toPrint(choice(), ['a'])).toEqual({ labelIds: ['a'], startAt: 1, copies: 1, stock: 'a4-63x38' });
    expect(toPrint(choice({ stock: 'own' }), ['a'])).toMatchObject({ ownStock: FIRST_OWN });
  });
});
