import { ActionIcon, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AddLine } from '../../../ui/add-line';
import { firstText, MOST_OPTIONS, newId, type DraftOption, type Language } from '../draft';
import { moved } from '../draft-rules';
import classes from './editor.module.css';

interface OptionListProps {
  options: readonly DraftOption[];
  language: Language;
  onChange: (options: readonly DraftOption[]) => void;
}

export const OptionList = ({ options, language, onChange }: OptionListProps) => {
  const { t } = useTranslation('templates');
  const write = (at: number, option: DraftOption, text: string): void =>
    onChange(options.toSpliced(at, 1, { ...option, labels: { ...option.labels, [language]: text } }));
  return (
    <Fieldset variant="unstyled" legend={t('option.title')}>
      <Stack gap={6}>
        {options.map((option, at) => (
          <div key={option.id} className={classes.option}>
            <TextInput
              aria-label={t('option.number', { number: at + 1 })}
              maxLength={100}
              value={option.labels[language] ?? ''}
              placeholder={firstText(option.labels) || t('option.number', { number: at + 1 })}
              onChange={(event) => write(at, option, event.currentTarget.value)}
            />
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                size={36}
                aria-label={t('option.up', { number: at + 1 })}
                disabled={at === 0}
                onClick={() => onChange(moved(options, at, -1))}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={36}
                aria-label={t('option.remove', { number: at + 1 })}
                onClick={() => onChange(options.toSpliced(at, 1))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </div>
        ))}
        {options.length < MOST_OPTIONS ? (
          <AddLine label={t('option.add')} onAdd={() => onChange([...options, { id: newId(), labels: {} }])} />
        ) : null}
      </Stack>
    </Fieldset>
  );
};
