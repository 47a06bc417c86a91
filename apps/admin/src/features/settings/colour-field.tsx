import { Group, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readableUnderWhite } from '../../theme/accent';
import { contrast, isHexColour } from '../../theme/contrast';
import classes from './settings.module.css';

interface ColourFieldProps {
  label: string;
  value?: string;
  onChange?: (colour: string) => void;
  error?: ReactNode;
}

export const ColourField = ({ label, value = '', onChange, error }: ColourFieldProps) => {
  const { t } = useTranslation('settings');
  const swatch = (
    <input
      type="color"
      className={classes.swatch}
      aria-label={t('company.pick')}
      value={isHexColour(value) ? value : '#000000'}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    />
  );
  return (
    <TextInput
      label={label}
      description={t('company.colourHint')}
      leftSection={swatch}
      leftSectionWidth={44}
      leftSectionPointerEvents="all"
      maxLength={7}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value.trim())}
      error={error}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      maw={360}
      inputContainer={(input) => (
        <>
          {input}
          <Contrast colour={value} />
        </>
      )}
    />
  );
};

/** Whether white words on it can be read (WCAG 2.2, 1.4.3), and what is done about it. */
const Contrast = ({ colour }: { colour: string }) => {
  const { t, i18n } = useTranslation('settings');
  if (!isHexColour(colour)) return <Text size="sm">{t('company.noColour')}</Text>;
  const ratio = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(contrast(colour, '#ffffff'));
  const used = readableUnderWhite(colour);
  const isFine = used === colour.toLowerCase();
  return (
    <Group gap={6} mt={6} wrap="nowrap" align="flex-start">
      {isFine ? (
        <IconCheck size={16} style={{ flexShrink: 0, marginTop: 3 }} color="var(--lk-good-ink)" aria-hidden />
      ) : (
        <IconAlertTriangle size={16} style={{ flexShrink: 0, marginTop: 3 }} color="var(--lk-wait-ink)" aria-hidden />
      )}
      <Text size="sm" aria-live="polite">
        {t(isFine ? 'company.contrastFine' : 'company.contrastLow', { ratio, used })}
      </Text>
    </Group>
  );
};
