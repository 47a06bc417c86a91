import { toProblem } from '../../lib/problem';
import { rebase } from '../../lib/rebase';
import type { ChangeSettings, Settings } from './settings.api';

/** How one tab reads its fields from the settings and writes them back. */
export interface SettingsPart<Values> {
  read: (settings: Settings) => Values;
  write: (values: Values) => ChangeSettings;
}

interface Store {
  load: () => Promise<Settings>;
  save: (version: number, body: ChangeSettings) => Promise<Settings>;
}

interface Outcome<Values> {
  settings: Settings;
  values: Values;
  /** Fields that somebody else changed too: nothing was saved yet. */
  clashes: string[];
}

/**
 * Saves. When somebody else saved meanwhile (412), puts what was typed on top of what is stored now and saves again,
 * unless both changed the same field: then the person decides.
 */
export const saveOnTop = async <Values extends Record<string, unknown>>(
  store: Store,
  part: SettingsPart<Values>,
  { base, values }: { base: Settings; values: Values },
): Promise<Outcome<Values>> => {
  const send = async (version: number, typed: Values): Promise<Outcome<Values>> => {
    const settings = await store.save(version, part.write(typed));
    return { settings, values: part.read(settings), clashes: [] };
  };
  try {
    return await send(base.version, values);
  } catch (error) {
    if (toProblem(error).status !== 412) throw error;
  }
  const newest = await store.load();
  const merged = rebase(values, part.read(base), part.read(newest));
  if (merged.clashes.length === 0) return send(newest.version, merged.values);
  return { settings: newest, values: merged.values, clashes: merged.clashes.map(String) };
};
