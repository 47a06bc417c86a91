import { Input, Stack, Textarea, TextInput, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { languageWord } from '../../../shared/people/languages';
import { firstText, type Draft, type Language } from '../draft';
import { ICONS, TemplateIcon } from '../../../ui/template-icon';
import classes from './editor.module.css';

interface TemplateNamesProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  language: Language;
  problem: string | null;
}

/** What visitors read before they choose it, and its picture. */
export const TemplateNames = ({ draft, change, language, problem }: TemplateNamesProps) => {
  const { t, i18n } = useTranslation('templates');
  const inWords = languageWord(language, i18n.language);
  return (
    <Stack gap="md">
      <TextInput
        label={t('name.visitors', { language: inWords })}
        required
        maxLength={80}
        value={draft.names[language] ?? ''}
        placeholder={firstText(draft.names)}
        error={problem}
        onChange={(event) => change({ names: { ...draft.names, [language]: event.currentTarget.value } })}
      />
      <Textarea
        label={t('name.description', { language: inWords })}
        autosize
        minRows={1}
        maxLength={300}
        value={draft.descriptions[language] ?? ''}
        placeholder={firstText(draft.descriptions)}
        onChange={(event) => change({ descriptions: { ...draft.descriptions, [language]: event.currentTarget.value } })}
      />
      <TextInput
        label={t('name.staff')}
        description={t('name.staffHint')}
        maxLength={80}
        value={draft.name}
        placeholder={firstText(draft.names)}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <IconChoice value={draft.icon} onChange={(icon) => change({ icon })} />
    </Stack>
  );
};

interface IconChoiceProps {
  value: Draft['icon'];
  onChange: (icon: Draft['icon']) => void;
}

const IconChoice = ({ value, onChange }: IconChoiceProps) => {
  const { t } = useTranslation('templates');
  const id = useId();
  return (
    <Input.Wrapper
      label={t('icon.label')}
      labelElement="div"
      labelProps={{ id }}
      description={t(`icon.${value}`)}
      role="radiogroup"
      aria-labelledby={id}
    >
      <div className={classes.icons}>
        {ICONS.map((icon) => (
          <label key={icon} className={classes.icon} title={t(`icon.${icon}`)}>
            <input type="radio" name="icon" checked={icon === value} onChange={() => onChange(icon)} />
            <TemplateIcon name={icon} size={22} />
            <VisuallyHidden>{t(`icon.${icon}`)}</VisuallyHidden>
          </label>
        ))}
      </div>
    </Input.Wrapper>
  );
};
