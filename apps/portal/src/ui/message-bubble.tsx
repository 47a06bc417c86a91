import type { ReactNode } from 'react';
import { classes } from './classes';
import { StateBadge } from './state-badge';
import { TimeAgo } from './time-ago';

interface MessageBubbleProps {
  author: string;
  at: string;
  text: string;
  isMine: boolean;
  /** The word for a message that has not been read yet. */
  newLabel?: string | undefined;
  files?: ReactNode;
}

/** Own messages stand at the end of the line, answers at its start; the author's name says it in words. */
export function MessageBubble({ author, at, text, isMine, newLabel, files }: MessageBubbleProps) {
  return (
    <article className={classes('flex max-w-[92%] flex-col gap-1', isMine ? 'self-end' : 'self-start')}>
      <header className={classes('flex flex-wrap items-center gap-x-2 text-sm text-quiet', isMine && 'justify-end')}>
        <span className="font-semibold text-ink">{author}</span>
        <TimeAgo at={at} />
        {newLabel && (
          <StateBadge tone="accent" icon="message">
            {newLabel}
          </StateBadge>
        )}
      </header>
      <div
        className={classes(
          'flex flex-col gap-3 rounded-lg px-4 py-3',
          isMine ? 'bg-accent-soft' : 'border border-line bg-surface',
        )}
      >
        {text && <p className="whitespace-pre-line">{text}</p>}
        {files}
      </div>
    </article>
  );
}
