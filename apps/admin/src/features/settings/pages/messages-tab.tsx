import { SegmentedControl, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../i18n/catalogues';
import { languageName } from '../../../i18n/i18n';
import { SettingsForm } from '../settings-form';
import type { Settings } from '../settings.api';
import { TemplateEditor } from '../template-editor';
import { unknownIn } from '../template-text';
import { useLoadedSettings } from '../use-loaded-settings';
import { useSettingsForm } from '../use-settings-form';
import { useStartText } from '../use-start-text';
import classes from '../settings.module.css';

const KIND = 'portal-credentials';

type Template = Settings['templates'][string][string];
/** By language; null where the company has no text of its own. */
type TemplateValues = Record<string, Template | null>;

const read = ({ templates }: Settings): TemplateValues =>
  Object.fromEntries(LANGUAGES.map((language) => [language, templates[KIND]?.[language] ?? null]));

const write = (values: TemplateValues) => ({
  templates: {
    [KIND]: Object.fromEntries(Object.entries(values).flatMap(([language, text]) => (text ? [[language, text]] : []))),
  },
});

export const MessagesTab = () => {
  const { t, i18n } = useTranslation('settings');
  const settings = useLoadedSettings();
  const [language, setLanguage] = useState(i18n.language);
  const start = useStartText(language);

  const validate = (values: TemplateValues): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([code, text]) =>
        (['subject', 'body'] as const).flatMap((part) => {
          const unknown = text ? unknownIn(text[part], part) : [];
          if (unknown.length > 0)
            return [
              [`${code}.${part}`, t('template.unknown', { names: unknown.map((name) => `{{${name}}}`).join(', ') })],
            ];
          return text?.[part].trim() === '' ? [[`${code}.${part}`, t('problem:field.required')]] : [];
        }),
      ),
    );

  const state = useSettingsForm<TemplateValues>(settings, {
    read,
    write,
    validate,
    prefix: `/templates/${KIND}`,
    done: () => t('template.done'),
  });
  const { form } = state;
  const own = form.values[language] ?? null;

  return (
    <div className={classes.beside}>
      <SettingsForm state={state} labels={Object.fromEntries(LANGUAGES.map((code) => [code, languageName(code)]))}>
        <Text c="dimmed">{t('template.text')}</Text>
        <SegmentedControl
          aria-label={t('template.language')}
          value={language}
          onChange={setLanguage}
          data={LANGUAGES.map((code) => ({
            value: code,
            label:
              form.errors[`${code}.subject`] || form.errors[`${code}.body`]
                ? `${languageName(code)} !`
                : languageName(code),
          }))}
        />
        <Switch
          label={t('template.own')}
          description={t('template.ownHint')}
          checked={own !== null}
          disabled={!start}
          onChange={(event) =>
            form.setFieldValue(language, (event.currentTarget.checked ? (start ?? null) : null) as never)
          }
        />
        <TemplateEditor.Fields
          key={language}
          template={own}
          errors={{ subject: form.errors[`${language}.subject`], body: form.errors[`${language}.body`] }}
          onChange={(text) => form.setFieldValue(language, text as never)}
        />
      </SettingsForm>
      <TemplateEditor.Preview template={own ?? start} settings={settings} />
    </div>
  );
};
