import { Alert, Button, Group, Textarea } from '@mantine/core';
import { IconLock, IconSend } from '@tabler/icons-react';
import type { Case } from '@latchkey/api-client';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/use-shortcuts';
import { LeaveWarning } from '../../ui/leave-warning';
import { AttachmentField } from './attachment-field';
import { firstNameOf, receiverOf } from './case-words';
import classes from './cases.module.css';
import { useComposer, type Composing } from './use-composer';

/** One text, two ways to end it that cannot be mistaken for each other. What is typed outlives everything that arrives. */
export const Composer = ({ one }: { one: Case }) => {
  const { t } = useTranslation('cases');
  const composing = useComposer(one);
  const { text, setText, intent, startReply, startNote, input, attachments } = composing;
  const canReply = one.allowedActions.includes('reply');
  const canNote = one.allowedActions.includes('note');
  useShortcuts({
    title: t('keys.title'),
    shortcuts: [
      ...(canReply ? [{ keys: 'r', label: t('keys.reply'), run: startReply }] : []),
      ...(canNote ? [{ keys: 'n', label: t('keys.note'), run: startNote }] : []),
    ],
  });
  if (!canReply && !canNote) return null;

  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    void attachments.add(files);
  };

  return (
    <section className={classes.composer} data-intent={intent} aria-label={t('composer.label')}>
      <LeaveWarning when={text.trim() !== '' || attachments.files.length > 0} />
      {one.status === 'closed' ? (
        <Alert variant="light" color="gray" mb="xs" p="xs">
          {t('composer.closed')}
        </Alert>
      ) : null}
      <Textarea
        ref={input}
        aria-label={t(intent === 'note' ? 'composer.noteLabel' : 'composer.label')}
        placeholder={t(intent === 'note' ? 'composer.notePlaceholder' : 'composer.placeholder')}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => onSendKey(event, composing, canReply)}
        onPaste={onPaste}
      />
      <AttachmentField attachments={attachments} />
      <SendButtons one={one} composing={composing} />
      <output className={classes.hint}>{intent === 'note' ? t('composer.noteHint') : t('composer.hint')}</output>
    </section>
  );
};

/** Ctrl+Enter replies, unless a note was begun: then it does nothing, so that no note goes out by habit. */
const onSendKey = (event: KeyboardEvent, { intent, send }: Composing, canReply: boolean): void => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (event.shiftKey) void send('internal');
  else if (canReply && intent !== 'note') void send('public');
};

const SendButtons = ({ one, composing }: { one: Case; composing: Composing }) => {
  const { t } = useTranslation('cases');
  const { send, sending, canSend } = composing;
  const receiver = receiverOf(one);
  return (
    <Group gap="xs" mt="xs" mb={4} className={classes.send}>
      {one.allowedActions.includes('reply') ? (
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          onClick={() => void send('public')}
          loading={sending === 'public'}
          disabled={!canSend}
          aria-keyshortcuts="Control+Enter"
        >
          {receiver ? t('composer.replyTo', { name: firstNameOf(receiver) }) : t('composer.reply')}
        </Button>
      ) : null}
      {one.allowedActions.includes('note') ? (
        <Button
          className={classes.noteButton}
          leftSection={<IconLock size={16} aria-hidden />}
          onClick={() => void send('internal')}
          loading={sending === 'internal'}
          disabled={!canSend}
          aria-keyshortcuts="Control+Shift+Enter"
        >
          {t('composer.note')}
        </Button>
      ) : null}
    </Group>
  );
};
