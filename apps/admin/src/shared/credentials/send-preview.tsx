import { Alert, List, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../ui/failed-state';
import { toProblem } from '../../lib/problem';
import { aboutReceiver } from './message-warnings';
import classes from './send-dialog.module.css';
import type { Composer } from './use-composer';

/** The right side: the message as this receiver will see it, secrets as dots. */
export const SendPreview = ({ composer }: { composer: Composer }) => {
  const { t } = useTranslation('credentials');
  const [form, setForm] = useState('html');
  const { preview, drawn } = composer;
  const isFieldProblem = toProblem(drawn.error).errors.length > 0;
  if (drawn.error && !isFieldProblem && !preview)
    return <FailedState error={drawn.error} onRetry={() => void drawn.refetch()} />;
  if (!preview && isFieldProblem) return <Text c="dimmed">{t('send.mendFirst')}</Text>;
  if (!preview)
    return composer.chosen.length === 0 ? <Text c="dimmed">{t('send.nobody')}</Text> : <Skeleton height={480} />;
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('send.preview')}
        value={form}
        onChange={setForm}
        data={[
          { value: 'html', label: t('send.asMail') },
          { value: 'text', label: t('send.asText') },
        ]}
      />
      <div className={classes.paper}>
        <div className={classes.envelope}>
          <Text size="xs" c="dimmed">
            {t('send.toWhom', { name: preview.name, address: preview.to ?? t('send.noEmail') })}
          </Text>
          <Text fw={600}>{preview.subject}</Text>
        </div>
        {form === 'html' ? (
          // Runs nothing and reaches nothing: an empty sandbox.
          <iframe className={classes.frame} title={t('send.preview')} sandbox="" srcDoc={preview.html} />
        ) : (
          <pre className={classes.text}>{preview.text}</pre>
        )}
      </div>
    </Stack>
  );
};

/** Plain sentences below: what keeps it from being sent, and what is worth a look before it is. */
export const SendWarnings = ({ composer }: { composer: Composer }) => {
  const { t } = useTranslation('credentials');
  const { plan, preview, isElsewhere } = composer;
  const name = preview?.name ?? '';
  const isBlocked = preview?.sendable === false;
  const codes = preview ? aboutReceiver(preview) : [];
  // The address was warned of beside its field already.
  const own = codes.slice(isBlocked ? 1 : 0).filter((code) => !(isElsewhere && code === 'address_not_on_file'));
  const lines = [
    ...plan.aboutText.map((code) => t(`warning.${code}`)),
    ...own.map((code) => `${composer.chosen.length > 1 ? `${name}: ` : ''}${t(`warning.${code}`)}`),
  ];
  return (
    <Stack gap="xs" mt={isBlocked || lines.length > 0 ? 'md' : 0}>
      {isBlocked && codes[0] ? (
        <Alert color="red" variant="light" role="note" aria-live="polite" title={t('send.blocked', { name })}>
          {t(`warning.${codes[0]}`)}
        </Alert>
      ) : null}
      {lines.length > 0 ? (
        <Alert color="yellow" variant="light" role="note" aria-live="polite" title={t('send.worthALook')}>
          <List size="sm">
            {lines.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
    </Stack>
  );
};
