import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { MessageTemplate } from '@latchkey/api-client';
import { useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Settings } from './settings.api';
import { filledIn, hasWayIn, insertAt, PLACEHOLDERS } from './template-text';
import classes from './settings.module.css';

interface FieldsProps {
  template: MessageTemplate | null;
  errors: { subject: ReactNode; body: ReactNode };
  onChange: (template: MessageTemplate) => void;
}

const Fields = ({ template, errors, onChange }: FieldsProps) => {
  const { t } = useTranslation('settings');
  const body = useRef<HTMLTextAreaElement>(null);
  // Where the cursor was last; a field that nobody has been in says 0, but people mean the end.
  const cursor = useRef<readonly [number, number] | null>(null);
  if (!template) return null;

  const insert = (name: string): void => {
    const end = template.body.length;
    const at = cursor.current ?? [end, end];
    const text = insertAt(template.body, name, at);
    const after = at[0] + text.length - (end - (at[1] - at[0]));
    flushSync(() => onChange({ ...template, body: text }));
    body.current?.focus();
    body.current?.setSelectionRange(after, after);
  };

  return (
    <Stack gap="md">
      <TextInput
        label={t('template.subject')}
        required
        maxLength={150}
        value={template.subject}
        error={errors.subject}
        onChange={(event) => onChange({ ...template, subject: event.currentTarget.value })}
      />
      <Textarea
        ref={body}
        label={t('template.body')}
        required
        autosize
        minRows={8}
        maxLength={10_000}
        value={template.body}
        error={errors.body}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
          cursor.current = [selectionStart, selectionEnd];
        }}
        onChange={(event) => onChange({ ...template, body: event.currentTarget.value })}
      />
      <Stack gap={6}>
        <Text size="sm">{t('template.insert')}</Text>
        <Group gap={6}>
          {PLACEHOLDERS.map((name) => (
            <Button key={name} size="compact-sm" variant="default" radius="xl" onClick={() => insert(name)}>
              {t(`placeholder.${name}`)}
            </Button>
          ))}
        </Group>
      </Stack>
      {hasWayIn(template.body) ? null : (
        <Alert color="yellow" variant="light" p="xs">
          {t('template.noLink')}
        </Alert>
      )}
    </Stack>
  );
};

interface PreviewProps {
  template: MessageTemplate | undefined;
  settings: Settings;
}

/** The message as an invented receiver sees it; what is filled in is marked. */
const Preview = ({ template, settings }: PreviewProps) => {
  const { t } = useTranslation('settings');
  if (!template) return null;
  const origin = settings.effectivePortalOrigin;
  const examples: Record<string, string> = {
    name: t('example.name'),
    company: settings.company.name,
    login_id: t('example.loginId'),
    activation_link: `${origin}/activate#…`,
    activation_code: 'k7mp-x3wd',
    code_page: `${origin}/activate`,
    valid_until: t('example.validUntil'),
    portal_link: origin,
    initial_pin: '4'.padEnd(settings.pins.length, '•'),
  };
  const show = (text: string) =>
    filledIn(text, (name) => examples[name]).map((piece, index) =>
      piece.isFilled ? (
        <span key={index} className={classes.filled}>
          {piece.text}
        </span>
      ) : (
        piece.text
      ),
    );
  return (
    <Stack gap="xs" component="section" aria-label={t('template.preview')}>
      <Text size="sm" c="dimmed">
        {t('template.preview')}
      </Text>
      <div className={classes.message}>
        <Text fw={600} mb="sm">
          {show(template.subject)}
        </Text>
        {show(template.body)}
      </div>
    </Stack>
  );
};

export const TemplateEditor = { Fields, Preview };
