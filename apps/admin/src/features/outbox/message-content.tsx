import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { NotificationDetail } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './outbox.module.css';

type Content = NotificationDetail['content'];

/** As it was or will be sent; the server has put dots in place of secrets. */
export const MessageContent = ({ content }: { content: Content }) => {
  const { t } = useTranslation('outbox');
  const [part, setPart] = useState<'html' | 'text'>('html');
  const hasHtml = content.html.trim() !== '';
  if (!hasHtml && content.text.trim() === '') return <Text c="dimmed">{t('removed')}</Text>;
  return (
    <Stack gap="xs">
      <Text component="h2" fw={600}>
        {content.subject || t('content')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('dots')}
      </Text>
      {hasHtml ? (
        <SegmentedControl
          aria-label={t('content')}
          value={part}
          onChange={(value) => setPart(value as 'html' | 'text')}
          data={[
            { value: 'html', label: t('html') },
            { value: 'text', label: t('text') },
          ]}
        />
      ) : null}
      {hasHtml && part === 'html' ? (
        // Whatever was written into it: no script, no form, no way out of the frame.
        <iframe className={classes.frame} sandbox="" srcDoc={content.html} title={t('htmlTitle')} />
      ) : (
        <pre className={classes.text}>{content.text}</pre>
      )}
    </Stack>
  );
};
