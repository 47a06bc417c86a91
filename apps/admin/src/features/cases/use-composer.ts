import type { Case } from '@latchkey/api-client';
import type { TFunction } from 'i18next';
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useToasts } from '../../ui/toasts';
import { firstNameOf, receiverOf } from './case-words';
import { useCaseActs } from './cases.api';
import { useAttachments, type Attachments } from './use-attachments';

type Visibility = 'public' | 'internal';

export interface Composing {
  text: string;
  setText: (text: string) => void;
  /** What the person set out to write: by key r or n. */
  intent: 'reply' | 'note';
  startReply: () => void;
  startNote: () => void;
  input: RefObject<HTMLTextAreaElement | null>;
  attachments: Attachments;
  canSend: boolean;
  sending: Visibility | null;
  send: (visibility: Visibility) => Promise<void>;
}

const toldAfter = (one: Case, visibility: Visibility, t: TFunction): string => {
  const receiver = receiverOf(one);
  if (visibility === 'internal') return t('cases:composer.noted');
  return receiver ? t('cases:composer.repliedTo', { name: firstNameOf(receiver) }) : t('cases:composer.replied');
};

export const useComposer = (one: Case): Composing => {
  const { t } = useTranslation('cases');
  const { done, failed } = useToasts();
  const { write } = useCaseActs(one.id);
  const keyOf = useIdempotencyKey();
  const attachments = useAttachments();
  const [text, setText] = useState('');
  const [intent, setIntent] = useState<'reply' | 'note'>('reply');
  const [sending, setSending] = useState<Visibility | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const canSend = text.trim() !== '' && sending === null && !attachments.isUploading;

  const start = (next: 'reply' | 'note') => (): void => {
    setIntent(next);
    input.current?.focus();
  };

  const send = async (visibility: Visibility): Promise<void> => {
    if (!canSend) return;
    const message = { visibility, body: text.trim(), fileIds: attachments.files.map((file) => file.id) };
    setSending(visibility);
    try {
      await write(message, keyOf(message));
      // What was typed while it was on its way is the next message.
      setText((now) => (now.trim() === message.body ? '' : now));
      attachments.clear();
      setIntent('reply');
      done(toldAfter(one, visibility, t));
    } catch (error) {
      failed(error);
    } finally {
      setSending(null);
    }
  };

  const starts = { startReply: start('reply'), startNote: start('note') };
  return { text, setText, intent, input, attachments, canSend, sending, send, ...starts };
};
