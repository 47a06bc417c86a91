import { Alert, Button, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { LANGUAGES } from '../../i18n/catalogues';
import { languageName } from '../../i18n/i18n';
import { toProblem } from '../../lib/problem';
import { languageWord } from '../people/languages';
import type { SendLanguage } from './credentials.api';
import classes from './send-dialog.module.css';
import type { Composer } from './use-composer';

/** What the API says about one field of the draft, as a sentence. */
const useDraftProblem = (composer: Composer) => {
  const { t } = useTranslation('credentials');
  return (field: 'to' | 'subject' | 'body'): string | undefined => {
    const found = toProblem(composer.check.error).errors.find(({ pointer }) => pointer === `/draft/${field}`);
    if (!found) return undefined;
    if (found.code === 'placeholder_unknown') return t('send.placeholderUnknown', { name: found.detail });
    return t(`send.wrong.${field}`);
  };
};

/** The left side: to, language, subject, message (S0.6). */
export const SendForm = ({ composer }: { composer: Composer }) => {
  const { t } = useTranslation('credentials');
  const problem = useDraftProblem(composer);
  const { text, write, only } = composer;
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (name: string): void => {
    const at = area.current?.selectionStart ?? text.body.length;
    const end = area.current?.selectionEnd ?? at;
    write({ body: `${text.body.slice(0, at)}{{${name}}}${text.body.slice(end)}` });
    area.current?.focus();
  };

  return (
    <Stack gap="md">
      {only ? <ToField composer={composer} error={problem('to')} /> : null}
      <LanguageField composer={composer} />
      <TextInput
        label={t('send.subject')}
        maxLength={150}
        value={text.subject}
        onChange={(event) => write({ subject: event.currentTarget.value })}
        error={problem('subject')}
      />
      <Textarea
        ref={area}
        label={t('send.message')}
        autosize
        minRows={8}
        maxRows={16}
        maxLength={10_000}
        value={text.body}
        onChange={(event) => write({ body: event.currentTarget.value })}
        error={problem('body')}
      />
      <Chips composer={composer} onInsert={insert} />
    </Stack>
  );
};

const ToField = ({ composer, error }: { composer: Composer; error: string | undefined }) => {
  const { t } = useTranslation('credentials');
  const mayElsewhere = useCan()('credential:send_elsewhere');
  const onRecord = composer.only?.email ?? '';
  return (
    <>
      <TextInput
        label={t('send.to')}
        type="email"
        description={mayElsewhere ? undefined : t('send.onlyOnRecord')}
        value={composer.typedTo ?? onRecord}
        onChange={(event) => composer.setTo(event.currentTarget.value)}
        readOnly={!mayElsewhere}
        error={error}
        autoComplete="off"
      />
      {composer.isElsewhere ? (
        <Alert color="yellow" variant="light" role="note" aria-live="polite">
          {t('send.elsewhere', { email: onRecord || t('send.noEmail') })}
        </Alert>
      ) : null}
    </>
  );
};

/** "Each in their own": the choice that needs no thought when several are written to. */
const OWN = 'own';

const LanguageField = ({ composer }: { composer: Composer }) => {
  const { t, i18n } = useTranslation('credentials');
  const { picked, setLanguage, languages, base, chosen, isWritten, useTemplate } = composer;
  const isForSeveral = chosen.length > 1;
  const own = isForSeveral ? [{ value: OWN, label: t('send.ownLanguage') }] : [];
  const names = new Intl.ListFormat(i18n.language).format(languages.map((one) => languageWord(one, i18n.language)));
  return (
    <Stack gap={4}>
      <Select
        label={t('send.language')}
        description={isForSeveral && !picked && !isWritten && names ? t('send.languagesAre', { names }) : undefined}
        data={[...own, ...LANGUAGES.map((value) => ({ value, label: languageName(value) }))]}
        value={picked ?? (isForSeveral ? OWN : (base.data?.language ?? null))}
        onChange={(value) => setLanguage(value === OWN ? undefined : (value as SendLanguage))}
        allowDeselect={false}
      />
      <OneTextWarning composer={composer} names={names} />
      {isWritten ? (
        <Text size="xs" c="dimmed">
          {t('send.edited')}{' '}
          <Button variant="subtle" size="compact-xs" onClick={useTemplate}>
            {t('send.useTemplate')}
          </Button>
        </Text>
      ) : null}
    </Stack>
  );
};

/** An edited text goes to all, whatever they read. */
const OneTextWarning = ({ composer, names }: { composer: Composer; names: string }) => {
  const { t } = useTranslation('credentials');
  const { picked, languages, chosen, isWritten } = composer;
  if (!isWritten || picked || chosen.length < 2 || languages.length < 2) return null;
  return (
    <Alert color="yellow" variant="light" role="note" aria-live="polite">
      {t('send.oneText', { names })}
    </Alert>
  );
};

const Chips = ({ composer, onInsert }: { composer: Composer; onInsert: (name: string) => void }) => {
  const { t } = useTranslation('credentials');
  const placeholders = composer.base.data?.placeholders ?? [];
  return (
    <fieldset className={classes.group}>
      <Text component="legend" size="xs" c="dimmed" pb={4}>
        {t('send.insert')}
      </Text>
      <div className={classes.chips}>
        {placeholders.map(({ name, value }) => (
          <Button
            key={name}
            variant="default"
            size="compact-xs"
            disabled={value === null}
            title={value === null ? t('send.nothingToInsert') : `{{${name}}}`}
            onClick={() => onInsert(name)}
          >
            {t(`placeholder.${name}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
};
