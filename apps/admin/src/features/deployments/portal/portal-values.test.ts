import { describe, expect, it } from 'vitest';
import { hasNoWayBack, languagesOf, shownTexts, toPortalChange, toPortalValues } from './portal-values';

const PORTAL = {
  pinVersion: 1,
  pinLength: 4,
  pinSetAt: null,
  isPinDue: false,
  oldPinUntil: null,
  wrongTries: 0,
  pausedAt: null,
  texts: { sv: { welcome: 'Hej', contact: 'Ring oss' }, en: { welcome: 'Hello' } },
  showsOpenCases: false,
  templateIds: null,
  askName: 'optional',
  askEmail: 'optional',
  askPhone: 'optional',
  allowsNoReply: true,
  takesPhotos: true,
  languages: ['sv', 'en'],
} as const;

const start = toPortalValues({ ...PORTAL, languages: [...PORTAL.languages] });

describe('the portal form', () => {
  it('sends what was changed, the texts as a whole and without empty ones (S1.1)', () => {
    expect(toPortalChange(start, start)).toEqual({});
    const texts = { ...start.texts, sv: { ...start.texts.sv, welcome: ' ', instructions: ' Stå bakom linjen. ' } };
    expect(toPortalChange({ ...start, texts, takesPhotos: false }, start)).toEqual({
      texts: { en: { welcome: 'Hello' }, sv: { instructions: 'Stå bakom linjen.', contact: 'Ring oss' } },
      takesPhotos: false,
    });
  });

  it('shows texts as the API does: in the language, else in the first that has them', () => {
    expect(shownTexts(start.texts, ['sv', 'en'], 'en')).toEqual({ welcome: 'Hello', contact: 'Ring oss' });
    expect(shownTexts(start.texts, ['sv', 'en'], 'sv')).toEqual({ welcome: 'Hej', contact: 'Ring oss' });
    expect(shownTexts(start.texts, ['de'], 'de')).toEqual({ welcome: 'Hello', contact: 'Ring oss' });
  });

  it('offers all languages when none is chosen, the customer’s first', () => {
    expect(languagesOf(['de'], ['sv', 'en'])).toEqual(['de']);
    expect(languagesOf([], ['sv-SE', 'en'])).toEqual(['sv', 'en', 'de']);
    expect(languagesOf([], [null, 'de'])).toEqual(['de', 'en', 'sv']);
    expect(languagesOf([], ['fr', null])).toEqual(['en', 'de', 'sv']);
  });

  it('notices that nobody could be answered (S1.18)', () => {
    expect(hasNoWayBack(start)).toBe(false);
    expect(hasNoWayBack({ ...start, askEmail: 'hidden', askPhone: 'hidden', allowsNoReply: false })).toBe(true);
    expect(hasNoWayBack({ ...start, askEmail: 'hidden', askPhone: 'hidden' })).toBe(false);
  });
});
