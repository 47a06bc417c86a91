import { describe, expect, it } from 'vitest';
import { saveOnTop } from './save-on-top';
import type { ChangeSettings, Settings } from './settings.api';

const settingsOf = (language: string, country: string, version: number): Settings =>
  ({ locale: { language, country }, version }) as Settings;

const part = {
  read: ({ locale }: Settings): Record<string, unknown> => ({ ...locale }),
  write: (locale: Record<string, unknown>) => ({ locale }) as ChangeSettings,
};

/** Keeps the settings as the API does: a save with an old version is refused. */
const storeOf = (stored: Settings) => {
  let now = stored;
  return {
    load: () => Promise.resolve(now),
    save: (version: number, body: ChangeSettings): Promise<Settings> => {
      if (version !== now.version) return Promise.reject({ status: 412, code: 'row.changed' });
      now = { ...now, locale: { ...now.locale, ...body.locale }, version: version + 1 };
      return Promise.resolve(now);
    },
  };
};

const base = settingsOf('en', 'SE', 1);

describe('saving settings', () => {
  it('keeps what somebody else changed in another field meanwhile', async () => {
    const store = storeOf(settingsOf('en', 'DE', 2));
    const outcome = await saveOnTop(store, part, { base, values: { language: 'sv', country: 'SE' } });
    expect(outcome).toMatchObject({ clashes: [], values: { language: 'sv', country: 'DE' }, settings: { version: 3 } });
  });

  it('asks first when both changed the same field, and saves on the second try', async () => {
    const store = storeOf(settingsOf('de', 'SE', 2));
    const typed = { language: 'sv', country: 'SE' };
    const first = await saveOnTop(store, part, { base, values: typed });
    expect(first).toMatchObject({ clashes: ['language'], values: { language: 'sv' } });
    expect((await store.load()).locale.language).toBe('de');
    const second = await saveOnTop(store, part, { base: first.settings, values: first.values });
    expect(second).toMatchObject({ clashes: [], settings: { locale: { language: 'sv' } } });
  });

  it('passes other failures on', async () => {
    const store = { ...storeOf(base), save: () => Promise.reject({ status: 422 }) };
    await expect(saveOnTop(store, part, { base, values: {} })).rejects.toEqual({ status: 422 });
  });
});
