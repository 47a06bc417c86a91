import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, loadTexts } from '../../i18n/catalogues';
import { activityWords } from '../../shared/activity/activity-words';
import { actionsOf, TOPICS } from './actions';

const { activity = {}, audit = {} } = await loadTexts('en');

/** Sentences that are a variant of another, or belong to no recorded act. */
const NO_ACTS =
  /^(field|right)\.|_(elsewhere|joining|beside|generated|password|with_pin|at_once|pins)$|^(mail|sms)\.tested_refused$|^password\.reset_asked_|^sign_in\.(failed|succeeded)_|^access_request\.(opened|done)_|^invitation\.handed_over_/;

const sentences = Object.entries(activity).flatMap(([topic, texts]) =>
  typeof texts === 'object' && texts !== null ? Object.keys(texts).map((act) => `${topic}.${act}`) : [],
);

describe('the filter by action', () => {
  it('offers exactly the acts that have a sentence (INV-10)', () => {
    const offered = TOPICS.flatMap(actionsOf);
    expect(offered.toSorted()).toEqual(sentences.filter((name) => !NO_ACTS.test(name)).toSorted());
  });

  it.each(LANGUAGES)('names no two acts of a topic alike in %s, and leaves no hole', async (language) => {
    const i18n = createInstance();
    const resources = { [language]: await loadTexts(language) };
    await i18n.init({ lng: language, resources, interpolation: { escapeValue: false } });
    const labels = TOPICS.map((topic) =>
      actionsOf(topic).map((action) => activityWords({ action, detail: {} }, i18n.t).title),
    );
    expect(labels.flatMap((list) => list.filter((label, index) => list.indexOf(label) !== index))).toEqual([]);
    expect(labels.flat().filter((label) => / {2}|[:{]$/.test(label))).toEqual([]);
  });

  it('has a heading for each topic', () => {
    expect(Object.keys((audit as { topic: object }).topic).toSorted()).toEqual(TOPICS.toSorted());
  });
});
